// Reconciliation (勾稽): what was checked in a plan and how it came out, as data. Messages and the
// page are made from the same results.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "model/plan.h"

namespace yaodian {

enum class Verdict : uint8_t {
  holds,     // 相符
  accepted,  // 不符，已说明: a contradiction of the source that was accepted with a reason
  doubtful,  // 存疑: a warning that nobody has explained
};
constexpr size_t kVerdicts = 3;

// Where a figure stands on the site. Ids are those of the plan.
struct Place {
  enum class Kind : uint8_t { nowhere, document, column, row, target, report };

  Kind kind = Kind::nowhere;
  std::string id;    // of the document, table, target or report
  std::string part;  // the anchor of a heading, the id of a column, unit or figure; "" for none
};

// A figure that went into a check.
struct Input {
  std::string name;    // "组织建设任务分配：发展会员数合计"
  std::string figure;  // "65,600人"
  Place place;
  Position position;    // of the figure in the content
  bool sample = false;  // demonstration data
};

// Something that was checked. Of what fails and is not accepted nothing is published, so it is no
// part of the results.
struct Check {
  enum class Kind : uint8_t {
    claim,       // a figure of a document against a formula
    total,       // the published total of a column against its rows
    derived,     // the cells of a column against the rule that they were computed by
    range,       // the rates of a column lie between 0 and 100 %, no quota is below 0
    course,      // reported figures: cumulative ones do not fall, none is out of range
    statements,  // the figures in the links of a document
  };

  Kind kind = Kind::claim;
  Verdict verdict = Verdict::holds;
  std::string statement;   // of a claim: what the document says; of a single figure: what is wrong
  std::string published;   // "1.18%"; "" where there is no one figure
  std::string computed;    // the same, recomputed and as precise: "1.04%"
  std::string difference;  // published less computed: "+0.14个百分点"; "" where they agree
  std::string formula;     // "4家 ÷ 384户 ≈ 1.0417%"; "" for a single input
  std::vector<Input> inputs;           // of a doubtful one, the first figures in doubt
  std::string reason;                  // why the contradiction stays
  const TaskTable* table = nullptr;    // of a column
  const Measure* measure = nullptr;    // the column
  const Document* document = nullptr;  // of statements
  size_t accepted = 0;                 // how many differ and are accepted, each a result of its own
  size_t figures = 0;                  // how many others were compared
  size_t in_doubt = 0;                 // how many of them nobody has explained
  bool sample = false;                 // whether demonstration data is among them
  Place place;                         // of the published figure
  Position position;                   // of the published figure in the content
  Position recorded;                   // of the entry in checks.yaml
};

struct Reconciliation {
  std::vector<Check> checks;  // claims first, as in the file
  std::array<size_t, kVerdicts> counts{};

  void add(Check check);
  size_t count(Verdict verdict) const { return counts[static_cast<size_t>(verdict)]; }
};

// Of each plan: [publisher][plan].
using Reconciliations = std::vector<std::vector<Reconciliation>>;

}  // namespace yaodian

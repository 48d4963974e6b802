// The figures of reports as the checks look at them.
#pragma once

#include <string>
#include <string_view>

#include "model/plan.h"

namespace yaodian {

// What is observed as a reader knows it, and its unit of count.
struct Subject {
  std::string_view title;
  std::string_view count;
  std::string_view id;    // of the target, or of the table
  std::string_view part;  // of the column; "" for a target
  const Goal* goal;       // what it is held against; null for none
  bool adds_up = false;   // whether it can only grow in the course of the plan
};

// A figure of a report: a cell of a row, or an observation of the whole plan. Nothing by default.
// A plan has millions of them, so it only points to what is needed once it is to be named.
struct Observed {
  const Report* report = nullptr;
  const Row* row = nullptr;
  const Cell* cell = nullptr;
  const PlanObservation* whole = nullptr;

  explicit operator bool() const { return report != nullptr; }
  Decimal value() const { return cell ? cell->value : whole->value; }
  Position position() const { return cell ? row->position_of(*cell) : whole->position; }
  std::string underlined() const { return cell ? cell->value.plain() : whole->text; }
  std::string name(const Subject& subject) const;  // "东山街道 发展会员数"
  // "report:2018-04-30.members.new-members.dongshan".
  std::string address_in(const Subject& subject, const Register& units) const;
};

}  // namespace yaodian

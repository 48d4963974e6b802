#include <algorithm>
#include <map>

#include "base/rules.h"
#include "base/text.h"
#include "model/assemble.h"
#include "model/read_whereabouts.h"
#include "read/fields.h"

namespace yaodian {
namespace {

constexpr std::string_view kAllUnits = "全部";

class LedgerReader {
 public:
  LedgerReader(Ledger& ledger, const Register& units, Diagnostics& diagnostics)
      : ledger_(ledger), units_(units), diagnostics_(diagnostics) {}

  void read(const yaml::Value& file) {
    Fields fields(file, "ledger.yaml", diagnostics_);
    ledger_.from = fields.optional_date("from");
    for (const yaml::Value& value : fields.items("tasks")) read_task(value);
  }

 private:
  void read_task(const yaml::Value& value) {
    Fields fields(value, "tasks", diagnostics_);
    LedgerTask task;
    task.position = value.position;
    task.id = fields.id("id");
    task.title = fields.text("title");
    task.stated = read_whereabouts(fields, diagnostics_);
    task.department = fields.optional_text("department");
    task.who = fields.optional_text("who");
    read_units(fields, task);
    const bool dated = read_due(fields, task);
    task.from = fields.optional_date("from");
    task.standard = fields.optional_text("standard");
    task.note = fields.optional_text("note");
    const size_t errors = diagnostics_.errors();
    for (const yaml::Value& entry : fields.optional_items("log")) read_entry(entry, dated, task);
    if (diagnostics_.errors() == errors) check_order(task);
    ledger_.tasks.push_back(std::move(task));
  }

  // Returns false if the deadline could not be read: then the log's periods cannot be judged.
  bool read_due(Fields& fields, LedgerTask& task) {
    const yaml::Value* value = fields.optional("due");
    const std::string text = fields.optional_text("due");
    if (text.empty()) return !value || value->is_text();
    if (auto due = parse_deadline(text)) {
      task.due = std::move(*due);
      return true;
    }
    diagnostics_.report(rule::bad_deadline, fields.position_of("due"), text, {text});
    return false;
  }

  // One text or a list of them: names of units, kinds of units, or 全部.
  void read_units(Fields& fields, LedgerTask& task) {
    const yaml::Value* value = fields.optional("units");
    if (value && value->is_text()) {
      add_units(*value, task.units);
    } else if (value) {
      for (const yaml::Value& item : fields.optional_items("units")) add_units(item, task.units);
    }
    std::sort(task.units.begin(), task.units.end());
    task.units.erase(std::unique(task.units.begin(), task.units.end()), task.units.end());
  }

  void add_units(const yaml::Value& value, std::vector<UnitIndex>& units) {
    const std::string name(trim(value.text));
    if (!value.is_text() || name.empty()) {
      diagnostics_.report(rule::wrong_type, value.position, "",
                          {std::string("units"), Text{"文字", "text"}});
      return;
    }
    const std::vector<std::string>& kinds = units_.kinds;
    if (name == kAllUnits || std::find(kinds.begin(), kinds.end(), name) != kinds.end())
      add_kind(name, units);
    else if (const auto unit = units_.find(name))
      units.push_back(*unit);
    else if (units_.complete)
      diagnostics_.report(rule::unknown_unit, value.position, name, {name},
                          diagnostics_.suggest(name, known_names()));
  }

  void add_kind(std::string_view kind, std::vector<UnitIndex>& units) {
    for (size_t unit = 0; unit < units_.units.size(); ++unit) {
      if (kind == kAllUnits || units_.units[unit].kind == kind)
        units.push_back(static_cast<UnitIndex>(unit));
    }
  }

  const std::vector<std::string>& known_names() {
    if (!names_.empty()) return names_;
    names_ = units_.kinds;
    names_.emplace_back(kAllUnits);
    for (const auto& [name, unit] : units_.by_name) names_.push_back(name);
    std::sort(names_.begin(), names_.end());
    return names_;
  }

  void read_entry(const yaml::Value& value, bool dated, LedgerTask& task) {
    Fields fields(value, "log", diagnostics_);
    LogEntry entry;
    entry.position = value.position;
    const auto on = fields.date("on");
    read_period(fields, dated, task, entry);
    const std::string evidence = fields.optional_text("evidence");
    const std::string why = fields.optional_text("reopened");
    entry.by = fields.optional_text("by");
    entry.sample = fields.flag("sample");
    entry.reopened = !why.empty();
    entry.text = entry.reopened ? why : evidence;
    if (value.is_map() && evidence.empty() == why.empty())
      diagnostics_.report(rule::bad_log_entry, value.position, "");
    if (!on) return;
    entry.on = *on;
    task.log.push_back(std::move(entry));
  }

  // A recurring task is written off period by period, any other one as a whole.
  void read_period(Fields& fields, bool dated, const LedgerTask& task, LogEntry& entry) {
    const bool recurring = task.due.every != Deadline::Every::once;
    entry.period = fields.optional_text("for");
    entry.period_position = fields.position_of("for");
    if (!dated) return;
    if (recurring && entry.period.empty())
      diagnostics_.report(rule::missing_key, entry.period_position, "", {std::string("for")});
    if (!recurring && !entry.period.empty())
      diagnostics_.report(rule::needless_period, entry.period_position, entry.period,
                          {entry.period});
  }

  // Each entry follows from those before it: an order of time, and for each period a write-off, a
  // reopening, a write-off …
  void check_order(const LedgerTask& task) {
    std::map<std::string, const LogEntry*> written_off;
    for (size_t at = 0; at < task.log.size(); ++at) {
      const LogEntry& entry = task.log[at];
      if (at > 0 && entry.on < task.log[at - 1].on) {
        diagnostics_.report(rule::log_order, entry.position, "",
                            {entry.on.iso(), task.log[at - 1].on.iso()});
        return;
      }
      const LogEntry*& before = written_off[entry.period];
      if (entry.reopened && !before)
        diagnostics_.report(rule::not_written_off, entry.position, "", {entry.on.iso()});
      else if (!entry.reopened && before)
        diagnostics_.report(rule::written_off_twice, entry.position, "",
                            {before->on.iso(), std::to_string(before->position.line)});
      before = entry.reopened ? nullptr : &entry;
    }
  }

  Ledger& ledger_;
  const Register& units_;
  Diagnostics& diagnostics_;
  std::vector<std::string> names_;  // of units and kinds, for suggestions
};

}  // namespace

Ledger read_ledger(const yaml::Value& file, const Register& units, Diagnostics& diagnostics) {
  Ledger ledger;
  LedgerReader(ledger, units, diagnostics).read(file);
  return ledger;
}

}  // namespace yaodian

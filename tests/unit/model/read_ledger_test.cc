#include <gmock/gmock.h>

#include "../support.h"
#include "read/yaml.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kUnits[] =
    "kinds: [街道, 镇]\n"
    "units:\n"
    "  - {id: east, name: 东街街道总工会, short: 东街街道, kind: 街道}\n"
    "  - {id: west, name: 西镇总工会, short: 西镇, kind: 镇, aliases: [西镇工会]}\n"
    "  - {id: north, name: 北街街道总工会, short: 北街街道, kind: 街道}\n";

struct Read {
  explicit Read(std::string text) : register_source(source_of(kUnits)), source(source_of(text)) {
    const Register units =
        read_register(yaml::parse(register_source, diagnostics).value(), diagnostics);
    ledger = read_ledger(yaml::parse(source, diagnostics).value(), units, diagnostics);
  }
  std::vector<std::string> reported() const { return messages(diagnostics); }
  Source register_source, source;
  Diagnostics diagnostics;
  Ledger ledger;
};

// A ledger of one task with LINES more.
Read task_with(const std::string& lines) {
  return Read("tasks:\n  - id: a\n    title: 甲\n" + lines);
}

// The same with LOG, whose entries begin on line 6.
Read log_of(const std::string& due, const std::string& log) {
  return task_with("    due: " + due + "\n    log:\n" + log);
}

TEST(Ledger, ReadsItsKeys) {
  const Read read(
      "from: 2018-04-01\n"
      "tasks:\n"
      "  - id: survey\n    title: 家计调查\n    document: rights#家计调查\n"
      "    department: 权益保障\n    who: 各街道\n    units: 西镇工会\n    due: 每月5日\n"
      "    from: 2018-05-01\n    standard: 录入系统\n    note: 备注\n"
      "    log:\n"
      "      - {on: 2018-05-04, for: 2018-05, evidence: 截图, by: 权益保障部, sample: true}\n"
      "      - {on: 2018-05-20, for: 2018-05, reopened: 缺一户, by: 办公室}\n"
      "  - {id: other, title: 其他}\n");
  EXPECT_THAT(read.reported(), IsEmpty());
  EXPECT_EQ(read.ledger.from, Date::from(2018, 4, 1));
  ASSERT_EQ(read.ledger.tasks.size(), 2u);
  const LedgerTask& task = read.ledger.tasks[0];
  EXPECT_EQ(task.id, "survey");
  EXPECT_EQ(task.title, "家计调查");
  EXPECT_TRUE(task.stated.given);
  EXPECT_EQ(to_string(task.stated.document), "document:rights#家计调查");
  EXPECT_EQ(task.stated.position.line, 5u);
  EXPECT_EQ(task.department, "权益保障");
  EXPECT_EQ(task.who, "各街道");
  EXPECT_THAT(task.units, ElementsAre(1u));
  EXPECT_EQ(task.due.day_of_month, 5);
  EXPECT_EQ(task.from, Date::from(2018, 5, 1));
  EXPECT_EQ(task.standard, "录入系统");
  EXPECT_EQ(task.note, "备注");
  ASSERT_EQ(task.log.size(), 2u);
  EXPECT_EQ(task.log[0].on, *Date::from(2018, 5, 4));
  EXPECT_EQ(task.log[0].period, "2018-05");
  EXPECT_FALSE(task.log[0].reopened);
  EXPECT_EQ(task.log[0].text, "截图");
  EXPECT_EQ(task.log[0].by, "权益保障部");
  EXPECT_TRUE(task.log[0].sample);
  EXPECT_TRUE(task.log[1].reopened);
  EXPECT_EQ(task.log[1].text, "缺一户");
  EXPECT_FALSE(task.log[1].sample);
  EXPECT_FALSE(read.ledger.tasks[1].stated.given);
  EXPECT_FALSE(read.ledger.tasks[1].due.day);
}

TEST(Ledger, NeedsTasksWithIdAndTitle) {
  EXPECT_THAT(Read("from: 2018-04-01\n").reported(), ElementsAre("missing-key 1:1"));
  EXPECT_THAT(Read("tasks:\n  - {id: a}\n  - {title: 甲}\n").reported(),
              ElementsAre("missing-key 2:5", "missing-key 3:5"));
}

TEST(Ledger, TakesUnitsByNameAndByKindInTheRegistersOrder) {
  const std::pair<const char*, std::vector<UnitIndex>> cases[] = {
      {"全部", {0, 1, 2}}, {"街道", {0, 2}},    {"[镇, 北街街道]", {1, 2}},
      {"[]", {}},          {"[镇, 西镇]", {1}}, {"[北街街道总工会, 街道]", {0, 2}}};
  for (const auto& [units, expected] : cases) {
    const Read read = task_with(std::string("    units: ") + units + "\n");
    EXPECT_THAT(read.reported(), IsEmpty()) << units;
    EXPECT_EQ(read.ledger.tasks[0].units, expected) << units;
  }
}

TEST(Ledger, NamesTheNearestUnitOrKind) {
  const Read unit = task_with("    units: [街道, 西镇工匯]\n");
  EXPECT_THAT(unit.reported(), ElementsAre("unknown-unit 4:17"));
  EXPECT_EQ(unit.diagnostics.all()[0].suggestions.at(0), "西镇工会");
  EXPECT_THAT(unit.ledger.tasks[0].units, ElementsAre(0u, 2u));
  const Read kind = task_with("    units: 街到\n");
  EXPECT_THAT(kind.reported(), ElementsAre("unknown-unit 4:12"));
  EXPECT_EQ(kind.diagnostics.all()[0].suggestions.at(0), "街道");
}

TEST(Ledger, RefusesUnitsThatAreNoNames) {
  EXPECT_THAT(task_with("    units: [[街道], '']\n").reported(),
              ElementsAre("wrong-type 4:13", "wrong-type 4:19"));
  EXPECT_THAT(task_with("    units: {a: b}\n").reported(), ElementsAre("wrong-type 4:12"));
}

TEST(Ledger, RefusesADocumentWithoutAnId) {
  EXPECT_THAT(task_with("    document: '#家计调查'\n").reported(), ElementsAre("wrong-type 4:15"));
}

TEST(Ledger, RefusesADeadlineThatItDoesNotUnderstand) {
  // Its log is not judged then: nobody knows whether the task recurs.
  const Read read = log_of("年底", "      - {on: 2018-05-04, for: 2018-05, evidence: 截图}\n");
  EXPECT_THAT(read.reported(), ElementsAre("bad-deadline 4:10"));
  EXPECT_EQ(message_text(read.diagnostics), "看不懂的期限“年底”");
}

TEST(Log, NamesAPeriodOnlyWhereTheTaskRecurs) {
  EXPECT_THAT(log_of("每月", "      - {on: 2018-05-04, evidence: 截图}\n").reported(),
              ElementsAre("missing-key 6:9"));
  EXPECT_THAT(
      log_of("2018-05-31", "      - {on: 2018-05-04, for: 2018-05, evidence: 截图}\n").reported(),
      ElementsAre("needless-period 6:31"));
}

TEST(Log, IsEitherAWriteOffOrAReopening) {
  EXPECT_THAT(log_of("2018-05", "      - {on: 2018-05-04, by: 某人}\n").reported(),
              ElementsAre("bad-log-entry 6:9"));
  EXPECT_THAT(
      log_of("2018-05", "      - {on: 2018-05-04, evidence: 截图, reopened: 缺}\n").reported(),
      ElementsAre("bad-log-entry 6:9"));
  EXPECT_THAT(log_of("2018-05", "      - {evidence: 截图}\n").reported(),
              ElementsAre("missing-key 6:9"));
}

TEST(Log, IsInOrderOfTime) {
  const char* write_off = "      - {on: 2018-05-04, evidence: 截图}\n";
  EXPECT_THAT(log_of("2018-05", std::string(write_off) + "      - {on: 2018-05-03, reopened: 缺}\n")
                  .reported(),
              ElementsAre("log-order 7:9"));
  EXPECT_THAT(log_of("2018-05", std::string(write_off) + "      - {on: 2018-05-04, reopened: 缺}\n")
                  .reported(),
              IsEmpty());
}

TEST(Log, ReopensWhatWasWrittenOff) {
  EXPECT_THAT(log_of("2018-05", "      - {on: 2018-05-04, reopened: 缺}\n").reported(),
              ElementsAre("not-written-off 6:9"));
  EXPECT_THAT(log_of("每月",
                     "      - {on: 2018-05-04, for: 2018-05, evidence: 截图}\n"
                     "      - {on: 2018-05-05, for: 2018-04, reopened: 缺}\n")
                  .reported(),
              ElementsAre("not-written-off 7:9"));
}

TEST(Log, WritesOffOnceUnlessReopened) {
  const std::string write_off = "      - {on: 2018-05-04, evidence: 截图}\n";
  const Read twice = log_of("2018-05", write_off + write_off);
  EXPECT_THAT(twice.reported(), ElementsAre("written-off-twice 7:9"));
  EXPECT_EQ(message_text(twice.diagnostics), "这项任务已经在 2018-05-04 销账（第 6 行）");
  EXPECT_THAT(log_of("2018-05", write_off + "      - {on: 2018-05-04, reopened: 缺}\n" + write_off)
                  .reported(),
              IsEmpty());
  EXPECT_THAT(log_of("每月",
                     "      - {on: 2018-05-04, for: 2018-04, evidence: 截图}\n"
                     "      - {on: 2018-05-04, for: 2018-05, evidence: 截图}\n")
                  .reported(),
              IsEmpty());
}

}  // namespace
}  // namespace yaodian

#include "export/json.h"

#include <gmock/gmock.h>

namespace yaodian {
namespace {

TEST(Json, HasALineForEachRow) {
  Json json;
  json.open('{').member("title", "表").key("rows").open('[');
  for (const char* name : {"东", "西"}) {
    json.open('{').member("name", name).key("cells").open('[');
    json.decimal(Decimal(1)).decimal(std::nullopt).close().close();
  }
  json.close().key("none").open('[').close().close();
  EXPECT_EQ(json.take(),
            "{\n"
            "  \"title\": \"表\",\n"
            "  \"rows\": [\n"
            "    {\"name\": \"东\", \"cells\": [\"1\", null]},\n"
            "    {\"name\": \"西\", \"cells\": [\"1\", null]}\n"
            "  ],\n"
            "  \"none\": []\n"
            "}\n");
}

TEST(Json, KeepsTheDigitsOfADecimal) {
  Json json;
  json.decimal(Decimal::parse("417279.10"));
  EXPECT_EQ(json.take(), "\"417279.10\"\n");
}

TEST(Json, EscapesWhatEndsAText) {
  Json json;
  json.text("a\"b\\c\nd\te");
  EXPECT_EQ(json.take(), "\"a\\\"b\\\\c\\nd\\u0009e\"\n");
}

TEST(Json, SaysNullForWhatIsNotThere) {
  Json json;
  json.open('{').member("note", "").member("due", std::optional<Date>()).close();
  EXPECT_EQ(json.take(), "{\n  \"note\": null,\n  \"due\": null\n}\n");
}

}  // namespace
}  // namespace yaodian

#include "model/read_measures.h"

#include <algorithm>

#include "base/rules.h"
#include "model/assemble.h"
#include "read/fields.h"

namespace yaodian {
namespace {

std::vector<std::string> read_topics(Fields& fields, Diagnostics& diagnostics) {
  std::vector<std::string> topics;
  for (const yaml::Value& topic : fields.items("topics")) {
    if (std::find(topics.begin(), topics.end(), topic.text) == topics.end()) {
      topics.push_back(topic.text);
      continue;
    }
    diagnostics.report(rule::duplicate_key, topic.position, topic.text,
                       {topic.text, std::to_string(fields.position_of("topics").line)});
  }
  return topics;
}

SharedMeasure read_measure(const yaml::Value& value, const std::vector<std::string>& topics,
                           Diagnostics& diagnostics) {
  Fields fields(value, "measures", diagnostics);
  SharedMeasure measure;
  measure.position = value.position;
  measure.id = fields.id("id");
  measure.title = fields.text("title");
  fields.required("topic");
  const size_t topic = fields.choice("topic", topics, topics.size());
  if (topic < topics.size()) measure.topic = topics[topic];
  measure.definition = fields.optional_text("definition");
  return measure;
}

}  // namespace

MeasureUse read_measure_use(Fields& fields) {
  MeasureUse use;
  use.measure = {fields.optional_text("measure"), fields.position_of("measure")};
  use.differs = fields.optional_text("differs");
  if (!use.differs.empty() && use.measure.id.empty()) fields.required("measure");
  return use;
}

MeasureRegister read_measures(const yaml::Value& file, Diagnostics& diagnostics) {
  MeasureRegister all;
  Fields fields(file, "measures.yaml", diagnostics);
  all.topics = read_topics(fields, diagnostics);
  for (const yaml::Value& value : fields.items("measures"))
    all.measures.push_back(read_measure(value, all.topics, diagnostics));
  all.complete = fields.optional("measures") != nullptr;
  return all;
}

}  // namespace yaodian

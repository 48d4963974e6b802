// Where the documents speak of what: every link, found from its other end.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "model/plan.h"

namespace yaodian {

// A link of a document, with the sentence that it stands in.
struct Statement {
  const Document* document;
  const markdown::Link* link;
};

// The statements of a plan by the address that they link to ("target:meetings",
// "table:allocation.members").
class Statements {
 public:
  explicit Statements(const Plan& plan);

  // Returns the links to TO, embeds left out, in the documents' order.
  const std::vector<Statement>& of(const Address& to) const;

 private:
  std::unordered_map<std::string, std::vector<Statement>> by_address_;
};

}  // namespace yaodian

#include "pages/statements.h"

namespace yaodian {

Statements::Statements(const Plan& plan) {
  for (const Document& document : plan.documents) {
    for (const markdown::Link& link : document.body.links) {
      if (!link.embed) by_address_[to_string(link.to)].push_back({&document, &link});
    }
  }
}

const std::vector<Statement>& Statements::of(const Address& to) const {
  static const std::vector<Statement> kNone;
  const auto found = by_address_.find(to_string(to));
  return found == by_address_.end() ? kNone : found->second;
}

}  // namespace yaodian

#include "export/xml_walk.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

namespace yaodian {
namespace {

// How many members an element says that it has.
std::optional<size_t> members_of(const XmlElement& element) {
  for (const char* name : {"uniqueCount", "count", "size"}) {
    const std::string_view value = element.attribute(name);
    size_t members = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), members);
    if (error == std::errc()) return members;
  }
  return std::nullopt;
}

// True for bytes that XML has not, as those of a hole in a file.
bool is_hole(char c) {
  return static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t' && c != '\r';
}

using Visit = std::function<void(const XmlElement&)>;

class Walk {
 public:
  explicit Walk(const Visit& visit) : visit_(visit) {}

  bool through(std::string_view xml) {
    if (!xml.starts_with("<?xml ") || std::ranges::any_of(xml, is_hole)) return false;
    for (size_t at = xml.find('<', 1), next; at != xml.npos; at = next) {
      next = xml.find('<', at + 1);
      const std::string_view piece = xml.substr(at + 1, next - at - 1);
      const size_t close = piece.find('>');
      if (close == piece.npos || !take(piece.substr(0, close), piece.substr(close + 1)))
        return false;
    }
    return open_.empty() && roots_ == 1 && xml.find_last_not_of("\r\n") == xml.rfind('>');
  }

 private:
  struct Open {
    std::string_view name;
    std::optional<size_t> wanted;  // members
    size_t members = 0;
    bool is_whole() const { return !wanted || *wanted == members; }
  };

  bool take(std::string_view tag, std::string_view text) {
    if (tag.starts_with('/')) return close(tag.substr(1));
    const bool is_empty = tag.ends_with('/');
    if (is_empty) tag.remove_suffix(1);
    const size_t space = std::min(tag.find_first_of(" \n"), tag.size());
    const XmlElement element{tag.substr(0, space), tag.substr(space), text};
    ++(open_.empty() ? roots_ : open_.back().members);
    open_.push_back({element.name, members_of(element)});
    visit_(element);
    return !is_empty || close(element.name);
  }

  bool close(std::string_view name) {
    if (open_.empty() || open_.back().name != name || !open_.back().is_whole()) return false;
    open_.pop_back();
    return true;
  }

  const Visit& visit_;
  std::vector<Open> open_;
  size_t roots_ = 0;
};

}  // namespace

std::string_view XmlElement::attribute(std::string_view key) const {
  for (size_t at = attributes.find(key); at != attributes.npos; at = attributes.find(key, at + 1)) {
    const std::string_view rest = attributes.substr(at + key.size());
    if (at == 0 || attributes[at - 1] != ' ' || !rest.starts_with("=\"")) continue;
    return rest.substr(2, rest.find('"', 2) - 2);
  }
  return {};
}

bool walk_xml(std::string_view xml, const std::function<void(const XmlElement&)>& visit) {
  return Walk(visit).through(xml);
}

}  // namespace yaodian

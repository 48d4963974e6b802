#include "base/bytes.h"

#include <string>

#include <gtest/gtest.h>

namespace yaodian {
namespace {

TEST(FindAny, FindsTheFirstOfSeveralBytesWhereverItStands) {
  for (size_t size = 0; size < 50; ++size) {
    for (size_t at = 0; at < size; ++at) {
      std::string text(size, 'x');
      text[at] = '<';
      text.back() = '&';  // a later one
      const char* found = find_any<'&', '<'>(text.data(), text.data() + size);
      EXPECT_EQ(static_cast<size_t>(found - text.data()), at) << size;
    }
  }
}

TEST(FindAny, ReturnsTheEndWhereThereIsNone) {
  const std::string text = "工会工会工会工会工会<";
  for (size_t size = 0; size < text.size(); ++size) {
    const char* end = text.data() + size;
    EXPECT_EQ((find_any<'&', '<'>(text.data(), end)), end) << "not the one behind it";
  }
}

}  // namespace
}  // namespace yaodian

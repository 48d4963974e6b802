#include "search/index.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <span>
#include <tuple>
#include <utility>

#include "base/hash.h"
#include "base/parallel.h"
#include "search/block.h"
#include "search/script.h"

namespace yaodian::search {
namespace {

constexpr size_t kGramFile = size_t{24} << 10;  // bytes, about

File file_of(const std::string& name, std::string bytes) {
  char hash[17];
  std::snprintf(hash, sizeof hash, "%016llx", static_cast<unsigned long long>(hash_of(bytes)));
  return {"search/" + name + ".js", "search/" + name + "." + hash + ".js", std::move(bytes)};
}

// Returns all blocks: those of texts, then those of units, in the catalogue's order.
std::vector<Block> all_blocks(const Site& site, const Catalogue& catalogue, unsigned jobs) {
  const size_t plans = catalogue.plans.size();
  const std::vector<UnitRange> ranges = unit_ranges(catalogue);
  std::vector<std::vector<Block>> made(1 + plans + ranges.size());
  parallel_for(made.size(), jobs, [&](unsigned, size_t at) {
    if (at == 0) {
      made[at] = blocks_of(entries_of(site), plans);
    } else if (at <= plans) {
      const auto& [publisher, plan] =
          std::tie(catalogue.plans[at - 1].publisher, catalogue.plans[at - 1].plan);
      made[at] = blocks_of(entries_of(catalogue.words, *publisher, *plan), at - 1);
    } else {
      made[at].push_back(units_block(catalogue, ranges[at - 1 - plans]));
    }
  });
  std::vector<Block> blocks;
  for (std::vector<Block>& some : made)
    std::move(some.begin(), some.end(), std::back_inserter(blocks));
  return joined(std::move(blocks));
}

// A gram in a block: twice the block's number, and one more if it is in a title there.
struct Occurrence {
  Gram gram;
  uint32_t where;
};

std::vector<Occurrence> occurrences_in(const std::vector<Block>& blocks) {
  std::vector<Occurrence> all;
  for (size_t at = 0; at < blocks.size(); ++at) {
    for (const auto& [gram, in_title] : blocks[at].grams.members())
      all.push_back({gram, static_cast<uint32_t>(at << 1 | (in_title ? 1 : 0))});
  }
  std::ranges::sort(all, {}, [](const Occurrence& one) { return std::tie(one.gram, one.where); });
  return all;
}

// In which of BLOCKS a gram is, by its occurrences: "0.3.5", "*" for all of them; after "|" those
// that have it in a title.
std::string places_of(std::span<const Occurrence> occurrences, size_t blocks) {
  std::string all, titles;
  for (const Occurrence& one : occurrences) {
    const std::string number = std::to_string(one.where >> 1);
    if (occurrences.size() < blocks) all.append(all.empty() ? "" : ".").append(number);
    if (one.where & 1) titles.append(titles.empty() ? "|" : ".").append(number);
  }
  return (all.empty() ? "*" : all) + titles;
}

// "民主":"0.3|3" of each gram.
std::vector<std::pair<Gram, std::string>> gram_items(const std::vector<Block>& blocks) {
  const std::vector<Occurrence> all = occurrences_in(blocks);
  std::vector<std::pair<Gram, std::string>> items;
  for (size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    while (end < all.size() && all[end].gram == all[begin].gram) ++end;
    std::string item;
    add_string(item, text_of(all[begin].gram));
    item += ':';
    add_string(item, places_of(std::span(all).subspan(begin, end - begin), blocks.size()));
    items.emplace_back(all[begin].gram, std::move(item));
  }
  return items;
}

std::vector<File> gram_files(const std::vector<Block>& blocks) {
  const auto items = gram_items(blocks);
  size_t size = 0;
  for (const auto& [gram, item] : items) size += item.size() + 1;
  std::vector<std::string> texts(size / kGramFile + 1);
  for (const auto& [gram, item] : items) {
    std::string& text = texts[place_of(gram) % texts.size()];
    text.append(text.empty() ? "" : ",").append(item);
  }
  std::vector<File> files;
  for (size_t at = 0; at < texts.size(); ++at) {
    const std::string number = std::to_string(at);
    files.push_back(
        file_of("grams-" + number, "yaodian.grams(" + number + ",{" + texts[at] + "});\n"));
  }
  return files;
}

void add_paths(std::string& out, const std::vector<File>& files) {
  List list(out);
  for (const File& file : files) list.text(file.path);
}

}  // namespace

std::vector<File> index_files(const Site& site, unsigned jobs, size_t most) {
  const Catalogue catalogue(site);
  std::vector<Block> blocks = all_blocks(site, catalogue, jobs);
  std::vector<File> texts(blocks.size()), grams;
  if (blocks.size() > most) grams = gram_files(blocks);
  parallel_for(blocks.size(), jobs, [&](unsigned, size_t at) {
    const std::string number = std::to_string(at);
    const std::string items = std::exchange(blocks[at].items, {});
    texts[at] = file_of("text-" + number, "yaodian.text(" + number + ",[\n" + items + "]);\n");
  });
  std::string index = "yaodian.index(";
  add_paths(index, texts);
  index += ",\n";
  add_paths(index, grams);
  index.append(",\n").append(catalogue.script()).append(");\n");
  std::vector<File> files = {file_of("index", std::move(index))};
  std::ranges::move(texts, std::back_inserter(files));
  std::ranges::move(grams, std::back_inserter(files));
  return files;
}

}  // namespace yaodian::search

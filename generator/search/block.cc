#include "search/block.h"

#include <algorithm>

#include "base/text.h"
#include "base/words.h"
#include "pages/site_map.h"
#include "search/fold.h"
#include "search/script.h"

namespace yaodian::search {
namespace {

// Adds the items of ADDED to those of BLOCK.
void append(Block& block, std::string_view added) {
  if (!block.items.empty()) block.items += ",\n";
  block.items += added;
}

std::string item_of(const Entry& entry, size_t plan) {
  std::string item;
  List list(item);
  list.number(static_cast<size_t>(entry.kind)).number(plan);
  list.text(entry.path).text(entry.title).text(entry.names);
  List sections(list.item());
  for (const Section& section : entry.sections) {
    if (section.heading.empty() && section.text.empty()) continue;
    sections.text(section.anchor).text(section.heading).text(section.text);
  }
  return item;
}

void add_grams(GramSet& grams, const Entry& entry, Fold& fold) {
  grams.add(fold(entry.title), true);
  grams.add(fold(entry.names), true);
  for (const Section& section : entry.sections) {
    grams.add(fold(section.heading), false);
    grams.add(fold(section.text), false);
  }
}

std::string figure_of(const Words& words, const Cell& cell) {
  if (cell.is_number()) return cell.value.grouped();
  return cell.state == Cell::State::undecided ? words["status-undecided"] : std::string();
}

// Writes the units of a range.
class UnitsWriter {
 public:
  UnitsWriter(const Catalogue& catalogue, const UnitRange& range)
      : catalogue_(catalogue), plan_(catalogue.plans[range.plan]), range_(range) {}

  Block write() {
    fold_measures();
    for (size_t at = range_.begin; at < range_.end; ++at) unit(plan_.units[at]);
    return std::move(block_);
  }

 private:
  // A measure of the tables, folded: what stands around each of its figures.
  struct Around {
    std::u32string before, after;
  };

  // The words of tables, reports and tasks are in every block, for each unit may have them.
  void fold_measures() {
    for (size_t at = plan_.first_table; at < plan_.first_table + plan_.tables; ++at) {
      const TaskTable& table = *catalogue_.tables[at];
      block_.grams.add(fold_(table.short_title), false);
      auto& measures = around_.emplace_back();
      for (const Measure& measure : table.measures) {
        const std::u32string label = fold_(measure.label);
        block_.grams.add(label, false);
        measures.push_back(
            {label.substr(label.size() - std::min<size_t>(1, label.size())), fold_(measure.count)});
      }
    }
    for (size_t at = plan_.first_part; at < plan_.first_part + plan_.parts; ++at)
      block_.grams.add(fold_(title_of(catalogue_.words, *catalogue_.parts[at].report)), false);
    for (size_t at = plan_.first_task; at < plan_.first_task + plan_.tasks; ++at)
      block_.grams.add(fold_(catalogue_.tasks[at]->title), false);
  }

  void unit(UnitIndex at) {
    const Unit& unit = plan_.publisher->units.units[at];
    const std::string& comma = catalogue_.words["search-and"];
    std::string names;
    for (const std::string* name : {&unit.short_name, &unit.kind}) {
      if (*name != unit.name)
        names.append(names.empty() || name->empty() ? "" : comma).append(*name);
    }
    for (const std::string& alias : unit.aliases)
      names.append(names.empty() ? "" : comma).append(alias);
    std::string item;
    {
      List list(item);
      list.number(static_cast<size_t>(Kind::unit)).number(range_.plan);
      list.text(unit.id).text(unit.name).text(names);
      rows(List(list.item()), at);
      parts(List(list.item()), at);
      tasks(List(list.item()), at);
    }
    append(block_, item);
    block_.grams.add(fold_(unit.name), true);
    block_.grams.add(fold_(names), true);
  }

  void rows(List&& list, UnitIndex unit) {
    for (size_t at = 0; at < plan_.tables; ++at) {
      const Row* row = catalogue_.tables[plan_.first_table + at]->row_of(unit);
      if (!row) continue;
      list.number(plan_.first_table + at);
      figures(list, *row, [&](size_t place) -> const Around& { return around_[at][place]; });
    }
  }

  void parts(List&& list, UnitIndex unit) {
    for (size_t at = plan_.first_part; at < plan_.first_part + plan_.parts; ++at) {
      const Catalogue::Part& part = catalogue_.parts[at];
      if (part.row_of[unit] == kNoRow) continue;
      list.number(at);
      const std::vector<Around>& table = around_[part.table - plan_.first_table];
      figures(list, part.part->rows[part.row_of[unit]],
              [&](size_t place) -> const Around& { return table[part.part->measures[place]]; });
    }
  }

  void tasks(List&& list, UnitIndex unit) {
    for (size_t at = plan_.first_task; at < plan_.first_task + plan_.tasks; ++at) {
      if (std::ranges::binary_search(catalogue_.tasks[at]->units, unit)) list.number(at);
    }
  }

  // Adds the figures of ROW as one text.
  template <class Function>
  void figures(List& list, const Row& row, const Function& around) {
    std::string text;
    for (size_t place = 0; place < row.cells.size(); ++place) {
      if (place > 0) text += '|';
      const std::string figure = figure_of(catalogue_.words, row.cells[place]);
      if (figure.empty()) continue;
      text += figure;
      const Around& words = around(place);
      add_figure(words, figure, row.cells[place].is_number());
    }
    list.text(text);
  }

  // Adds the grams of FIGURE with its words around it. There are millions of them.
  void add_figure(const Around& words, std::string_view figure, bool is_number) {
    said_ = words.before;
    if (is_number) {
      for (const char c : figure) {
        if (c != ',') said_ += static_cast<char32_t>(c);
      }
      said_ += words.after;
    } else {
      said_ += fold_(figure);
    }
    block_.grams.add(said_, false);
  }

  const Catalogue& catalogue_;
  const Catalogue::PlanItem& plan_;
  const UnitRange& range_;
  Fold fold_;
  std::u32string said_;                      // of a figure; its room is used again
  std::vector<std::vector<Around>> around_;  // [table of the plan][measure]
  Block block_;
};

}  // namespace

std::vector<Block> blocks_of(const std::vector<Entry>& entries, size_t plan) {
  std::vector<Block> blocks(1);
  Fold fold;
  for (const Entry& entry : entries) {
    if (blocks.back().items.size() >= kBlock) blocks.emplace_back();
    append(blocks.back(), item_of(entry, plan));
    add_grams(blocks.back().grams, entry, fold);
  }
  return blocks;
}

std::vector<UnitRange> unit_ranges(const Catalogue& catalogue) {
  constexpr size_t kNames = 120, kFigure = 4, kRow = 8;  // bytes
  std::vector<UnitRange> ranges;
  for (size_t plan = 0; plan < catalogue.plans.size(); ++plan) {
    const Catalogue::PlanItem& item = catalogue.plans[plan];
    size_t unit = kNames;
    for (size_t at = item.first_table; at < item.first_table + item.tables; ++at)
      unit += kRow + kFigure * catalogue.tables[at]->measures.size();
    for (size_t at = item.first_part; at < item.first_part + item.parts; ++at)
      unit += kRow + kFigure * catalogue.parts[at].part->measures.size();
    const size_t step = std::max<size_t>(1, kBlock / unit);
    for (size_t begin = 0; begin < item.units.size(); begin += step)
      ranges.push_back({plan, begin, std::min(begin + step, item.units.size())});
  }
  return ranges;
}

Block units_block(const Catalogue& catalogue, const UnitRange& range) {
  return UnitsWriter(catalogue, range).write();
}

std::vector<Block> joined(std::vector<Block> blocks) {
  std::vector<Block> all;
  for (Block& block : blocks) {
    if (block.items.empty()) continue;
    if (all.empty() || all.back().items.size() + block.items.size() > kBlock) {
      all.push_back(std::move(block));
      continue;
    }
    append(all.back(), block.items);
    all.back().grams.add(block.grams);
  }
  return all;
}

}  // namespace yaodian::search

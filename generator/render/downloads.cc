#include "render/downloads.h"

#include <algorithm>

namespace yaodian {

std::string size_text(size_t bytes) {
  constexpr size_t kThousand = 1000;
  const size_t thousands = std::max<size_t>(1, (bytes + kThousand - 1) / kThousand);
  if (thousands < kThousand) return std::to_string(thousands) + " KB";
  const size_t tenths = (bytes + 99'999) / 100'000;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

void add_downloads(View& view, const std::vector<Download>& files, std::string_view day,
                   std::string_view path) {
  static constexpr std::string_view kKinds[] = {"XLSX", "CSV", "JSON"};
  std::vector<View> items;
  bool has_form = false;
  for (const Download& file : files) {
    const std::string_view kind = kKinds[static_cast<size_t>(file.kind)];
    View& item = items.emplace_back();
    item.text("kind", kind).text("url", relative_link(path, file.path)).text("name", file.name);
    item.text("size", size_text(file.bytes.size())).number("bytes", file.bytes.size());
    item.flag("is_form", file.is_form).flag("is_csv", file.kind == FileKind::csv);
    item.flag("is_workbook", file.kind == FileKind::xlsx && !file.is_form);
    item.flag("is_json", file.kind == FileKind::json);
    has_form |= file.is_form;
  }
  view.flag("has_downloads", !items.empty()).flag("has_form", has_form);
  view.list("downloads", std::move(items));
  view.text_if("downloads_date", files.empty() ? "" : day);
}

}  // namespace yaodian

#include "export/xlsx.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <set>

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/files.h"
#include "base/text.h"
#include "export/xlsx_check.h"

namespace yaodian {
namespace {

constexpr time_t kCreated = 946'684'800;  // 2000-01-01, for every workbook: no clock
constexpr size_t kLongestName = 31;       // of a sheet, in characters
constexpr size_t kLongestText = 32'000;   // of a cell
constexpr size_t kLongestPrompt = 250;
constexpr size_t kLongestHead = 32;  // of a message
constexpr int kDigits = 15;          // that a spreadsheet keeps of a number
constexpr size_t kNarrowest = 8, kWidest = 48,
                 kWidestNotes = 88;  // columns, in cells of a terminal

// The library's interface is older than const: what it is given it only copies.
char* given(const char* text) { return const_cast<char*>(text); }  // NOLINT

// A name that spreadsheets take for a sheet, and that none of TAKEN is.
std::string sheet_name(const std::string& wanted, std::set<std::string>& taken) {
  std::string name;
  for (const char c : wanted)
    name += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
  name = trim(name).empty() ? "Sheet" : std::string(trim(name));
  std::string unique(first_characters(name, kLongestName));
  for (int number = 2; !taken.insert(normal_form(unique)).second; ++number) {
    const std::string end = " " + std::to_string(number);
    unique = std::string(first_characters(name, kLongestName - end.size())) + end;
  }
  return unique;
}

bool is_exact(const Decimal& number) {
  const std::string plain = number.plain();
  return std::count_if(plain.begin(), plain.end(), [](char c) { return c >= '0' && c <= '9'; }) <=
         kDigits;
}

struct Formats {
  explicit Formats(lxw_workbook* of_book) : book(of_book) {}

  lxw_format* number(int decimals, bool bold) {
    lxw_format*& format = numbers[bold][static_cast<size_t>(decimals)];
    if (format) return format;
    format = workbook_add_format(book);
    const std::string zeros(static_cast<size_t>(decimals), '0');
    format_set_num_format(format, ("#,##0" + (zeros.empty() ? "" : "." + zeros)).c_str());
    if (bold) make_total(format);
    return format;
  }
  lxw_format* text(bool bold) {
    lxw_format*& format = texts[bold];
    if (format) return format;
    format = workbook_add_format(book);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (bold) make_total(format);
    return format;
  }
  lxw_format* wrapped() {
    if (wraps) return wraps;
    wraps = workbook_add_format(book);
    format_set_text_wrap(wraps);
    format_set_align(wraps, LXW_ALIGN_VERTICAL_TOP);
    return wraps;
  }
  lxw_format* head() {
    if (heads) return heads;
    heads = workbook_add_format(book);
    format_set_bold(heads);
    format_set_text_wrap(heads);
    format_set_align(heads, LXW_ALIGN_CENTER);
    format_set_align(heads, LXW_ALIGN_VERTICAL_CENTER);
    format_set_bottom(heads, LXW_BORDER_THIN);
    format_set_bg_color(heads, 0xF2F2F2);
    return heads;
  }
  // Of a cell to be filled in.
  lxw_format* blank() {
    if (blanks) return blanks;
    blanks = workbook_add_format(book);
    format_set_num_format(blanks, "General");
    format_set_border(blanks, LXW_BORDER_THIN);
    format_set_bg_color(blanks, 0xFFF9E5);
    return blanks;
  }
  static void make_total(lxw_format* format) {
    format_set_bold(format);
    format_set_top(format, LXW_BORDER_THIN);
  }

  lxw_workbook* book;
  std::array<std::array<lxw_format*, Decimal::kMostDecimals + 1>, 2> numbers{};
  std::array<lxw_format*, 2> texts{};
  lxw_format *wraps = nullptr, *heads = nullptr, *blanks = nullptr;
};

// Writes one sheet, and counts what is written.
class SheetWriter {
 public:
  SheetWriter(lxw_worksheet* to, const Sheet& sheet, Formats& formats)
      : to_(to), sheet_(sheet), formats_(formats), widths_(sheet.columns.size(), kNarrowest) {
    for (const SheetColumn& column : sheet.columns) groups_ |= !column.group.empty();
  }

  WrittenSheet write() {
    write_head();
    const lxw_row_t top = next_;
    for (const SheetRow& row : sheet_.rows) write_row(row, false);
    if (!sheet_.total.empty()) write_row(sheet_.total, true);
    if (sheet_.is_form) ask(top);
    for (size_t at = 0; at < widths_.size(); ++at) {
      const auto column = static_cast<lxw_col_t>(at);
      worksheet_set_column(to_, column, column, static_cast<double>(widths_[at] + 2), nullptr);
      ++written_.columns;
    }
    worksheet_freeze_panes(to_, top, sheet_.is_notes ? 0 : 1);
    if (!sheet_.is_notes && !sheet_.is_form && !sheet_.rows.empty()) filter(top);
    set_paper(top);
    return written_;
  }

 private:
  static const std::string& title_of(const SheetColumn& column) {
    return column.title.empty() ? column.name : column.title;
  }

  // Titles are broken into lines where that makes the column narrower.
  void write_head() {
    for (size_t at = 0; at < sheet_.columns.size(); ++at) {
      const SheetColumn& column = sheet_.columns[at];
      const size_t width = display_width(title_of(column));
      widen(at, std::min(width, std::max<size_t>(16, (width + 1) / 2)));
      write_title(at, column);
    }
    if (groups_) merge_groups();
    next_ = groups_ ? 2 : 1;
  }

  void write_title(size_t at, const SheetColumn& column) {
    const auto place = static_cast<lxw_col_t>(at);
    if (groups_ && column.group.empty())
      merge(1, place, place, title_of(column));
    else
      write_text(groups_ ? 1 : 0, place, title_of(column), formats_.head());
  }

  void merge_groups() {
    const std::vector<SheetColumn>& columns = sheet_.columns;
    for (size_t at = 0, end = 0; at < columns.size(); at = end) {
      const std::string& group = columns[at].group;
      for (end = at + 1; end < columns.size() && !group.empty() && columns[end].group == group;)
        ++end;
      const auto first = static_cast<lxw_col_t>(at), last = static_cast<lxw_col_t>(end - 1);
      if (group.empty()) continue;
      if (first == last)
        write_text(0, first, group, formats_.head());
      else
        merge(0, first, last, group);
    }
  }

  void write_row(const SheetRow& row, bool total) {
    for (size_t at = 0; at < row.size(); ++at) write_cell(at, row[at], total);
    ++next_;
  }

  void write_cell(size_t at, const SheetCell& cell, bool total) {
    const auto place = static_cast<lxw_col_t>(at);
    if (cell.kind == SheetCell::Kind::number && is_exact(cell.number)) {
      widen(at, display_width(cell.number.grouped()));
      written_.cells += worksheet_write_number(
                            to_, next_, place, std::strtod(cell.number.plain().c_str(), nullptr),
                            formats_.number(cell.number.decimals(), total)) == LXW_NO_ERROR;
    } else if (cell.kind != SheetCell::Kind::blank) {
      const std::string text =
          cell.kind == SheetCell::Kind::number ? cell.number.plain() : cell.text;
      widen(at, display_width(text));
      write_text(next_, place, text, sheet_.is_notes ? formats_.wrapped() : formats_.text(total));
    } else if (sheet_.is_form) {
      written_.cells += worksheet_write_blank(to_, next_, place, formats_.blank()) == LXW_NO_ERROR;
    }
  }

  void write_text(lxw_row_t row, lxw_col_t column, const std::string& whole, lxw_format* format) {
    const std::string text(first_characters(whole, kLongestText));
    if (worksheet_write_string(to_, row, column, text.c_str(), format) != LXW_NO_ERROR) return;
    ++written_.cells;
    written_.text += text.size();
  }

  // A title over the columns from FIRST to LAST and the rows of the head down to BOTTOM.
  void merge(lxw_row_t bottom, lxw_col_t first, lxw_col_t last, const std::string& whole) {
    const std::string text(first_characters(whole, kLongestText));
    if (worksheet_merge_range(to_, 0, first, bottom, last, text.c_str(), formats_.head()) !=
        LXW_NO_ERROR)
      return;
    written_.cells += size_t{bottom + 1} * (last - first + 1u);
    written_.text += text.size();
  }

  void filter(lxw_row_t top) {
    const lxw_row_t bottom = top + static_cast<lxw_row_t>(sheet_.rows.size()) - 1;
    written_.names +=
        worksheet_autofilter(to_, top - 1, 0, bottom, static_cast<lxw_col_t>(widths_.size() - 1)) ==
        LXW_NO_ERROR;
  }

  // Says beside each cell of the form what it asks for, and takes nothing but numbers.
  void ask(lxw_row_t top) {
    const std::string refusal(first_characters(sheet_.refusal, kLongestHead));
    const std::string refusal_text(first_characters(sheet_.refusal_text, kLongestPrompt));
    for (size_t at = 1; at < sheet_.columns.size(); ++at) {
      const std::string prompt(first_characters(sheet_.columns[at].prompt, kLongestPrompt));
      lxw_data_validation rule{};
      rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
      rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
      rule.value_number = 0;
      rule.input_message = given(prompt.c_str());
      rule.error_title = given(refusal.c_str());
      rule.error_message = given(refusal_text.c_str());
      const auto place = static_cast<lxw_col_t>(at);
      worksheet_data_validation_range(to_, top, place, next_ - 1, place, &rule);
    }
  }

  void set_paper(lxw_row_t top) {
    constexpr uint8_t kA4 = 9;
    worksheet_set_paper(to_, kA4);
    if (!sheet_.is_notes) worksheet_set_landscape(to_);
    worksheet_fit_to_pages(to_, 1, 0);
    written_.names += worksheet_repeat_rows(to_, 0, top - 1) == LXW_NO_ERROR;
  }

  void widen(size_t at, size_t width) {
    const size_t most = sheet_.is_notes ? kWidestNotes : kWidest;
    if (at < widths_.size()) widths_[at] = std::max(widths_[at], std::min(width, most));
  }

  lxw_worksheet* to_;
  const Sheet& sheet_;
  Formats& formats_;
  std::vector<size_t> widths_;
  WrittenSheet written_;
  bool groups_ = false;
  lxw_row_t next_ = 0;
};

std::optional<std::string> bytes_of(int file) {
  const off_t size = ::lseek(file, 0, SEEK_END);
  if (size <= 0) return std::nullopt;
  std::string bytes(static_cast<size_t>(size), '\0');
  size_t at = 0;
  while (at < bytes.size()) {
    const ssize_t got = ::pread(file, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
    if (got <= 0) return std::nullopt;
    at += static_cast<size_t>(got);
  }
  return bytes;
}

// Whether the library can have a temporary file in FOLDER. It says so on the standard error where
// it cannot, so its own function is asked before.
bool gives_temporary_files(const char* folder, std::error_code& error) {
  errno = 0;
  std::FILE* file = lxw_tmpfile(given(folder));
  if (file) return std::fclose(file) == 0;
  error = errno == 0 ? make_error_code(std::errc::io_error) : last_error();
  return false;
}

// The library asks gmtime() for the date then, whose answer all threads share.
bool close(lxw_workbook* workbook) {
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);
  return workbook_close(workbook) == LXW_NO_ERROR;
}

std::vector<WrittenSheet> write_sheets(lxw_workbook* workbook, const Workbook& book) {
  lxw_doc_properties properties{};
  properties.title = given(book.title.c_str());
  properties.author = given(book.author.c_str());
  properties.created = kCreated;
  workbook_set_properties(workbook, &properties);
  Formats formats(workbook);
  std::vector<WrittenSheet> sheets;
  std::set<std::string> taken;
  for (const Sheet& sheet : book.sheets) {
    const std::string name = sheet_name(sheet.name, taken);
    lxw_worksheet* worksheet = workbook_add_worksheet(workbook, name.c_str());
    sheets.push_back(SheetWriter(worksheet, sheet, formats).write());
  }
  return sheets;
}

// Returns BOOK as an XLSX file made with temporary files in FOLDER (the system's if null), or
// nothing with ERROR set.
std::optional<std::string> make(const Workbook& book, const char* folder, std::error_code& error) {
  if (!gives_temporary_files(folder, error)) return std::nullopt;
  const Descriptor file(::memfd_create("workbook", MFD_CLOEXEC));
  if (file.number() < 0) return error = last_error(), std::nullopt;
  lxw_workbook_options options{};
  options.tmpdir = given(folder);
  const std::string path = "/proc/self/fd/" + std::to_string(file.number());
  lxw_workbook* workbook = workbook_new_opt(path.c_str(), &options);
  if (!workbook) throw std::bad_alloc();
  const std::vector<WrittenSheet> sheets = write_sheets(workbook, book);
  if (!close(workbook)) return error = last_error(), std::nullopt;
  std::optional<std::string> bytes = bytes_of(file.number());
  const std::optional<ZipParts> parts = bytes ? zip_parts(*bytes) : std::nullopt;
  if (parts && is_whole_workbook(*parts, sheets)) return bytes;
  // What was written is not there: the library does not say why, but a full disk does that.
  return error = make_error_code(std::errc::no_space_on_device), std::nullopt;
}

}  // namespace

std::optional<std::string> xlsx_of(const Workbook& book, std::error_code& error) {
  constexpr const char* kMemory = "/dev/shm";
  for (const char* folder : {kMemory, static_cast<const char*>(nullptr)}) {
    std::optional<std::string> bytes = make(book, folder, error);
    if (bytes) return error.clear(), bytes;
  }
  return std::nullopt;
}

}  // namespace yaodian

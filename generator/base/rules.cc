#include "base/rules.h"

namespace yaodian {

std::span<const Rule* const> all_rules() {
  static constexpr const Rule* kAll[] = {
      &rule::unreadable,         &rule::missing_file,
      &rule::stray_file,         &rule::bad_file_name,
      &rule::too_large,          &rule::not_utf8,
      &rule::control_character,  &rule::broken_yaml,
      &rule::full_width_syntax,  &rule::bad_indent,
      &rule::missing_space,      &rule::unclosed_quote,
      &rule::yaml_alias,         &rule::too_deep,
      &rule::second_document,    &rule::duplicate_key,
      &rule::unknown_key,        &rule::missing_key,
      &rule::wrong_type,         &rule::not_a_date,
      &rule::not_a_number,       &rule::not_a_choice,
      &rule::bad_goal,           &rule::bad_period,
      &rule::duplicate_id,       &rule::duplicate_name,
      &rule::unknown_unit,       &rule::duplicate_unit,
      &rule::row_length,         &rule::missing_column,
      &rule::wrong_total,        &rule::wrong_derived,
      &rule::double_goal,        &rule::count_differs,
      &rule::number_too_large,   &rule::empty_table,
      &rule::broken_csv,         &rule::missing_front_matter,
      &rule::unknown_scheme,     &rule::dangling_link,
      &rule::dangling_anchor,    &rule::wrong_embed,
      &rule::figure_differs,     &rule::unstated_target,
      &rule::raw_html,           &rule::doubtful_markdown,
      &rule::heading_order,      &rule::report_day,
      &rule::empty_report,       &rule::not_tracked,
      &rule::unit_not_in_table,  &rule::duplicate_observation,
      &rule::nothing_to_correct, &rule::before_plan,
      &rule::falling_figure,     &rule::missing_template,
      &rule::broken_template,    &rule::unknown_name,
      &rule::missing_asset,      &rule::duplicate_page,
      &rule::cannot_publish,     &rule::bad_formula,
      &rule::cannot_compute,     &rule::unstated_figure,
      &rule::claim_differs,      &rule::needless_acceptance,
      &rule::doubtful_figure,    &rule::bad_deadline,
      &rule::no_period,          &rule::unknown_period,
      &rule::needless_period,    &rule::bad_log_entry,
      &rule::log_order,          &rule::not_written_off,
      &rule::written_off_twice,  &rule::too_many,
      &rule::long_period,        &rule::outside_period,
      &rule::blank_report,       &rule::blank_column,
      &rule::already_there,      &rule::missing_parent,
      &rule::no_units,           &rule::nothing_to_report,
      &rule::cannot_write,       &rule::outside_content,
      &rule::dead_link,          &rule::inline_code,
      &rule::outside_load,       &rule::broken_html,
      &rule::further_faults,     &rule::cannot_roll_back,
      &rule::no_results,         &rule::text_column,
      &rule::duplicate_row,
  };
  return kAll;
}

}  // namespace yaodian

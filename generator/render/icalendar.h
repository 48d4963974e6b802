// Deadlines as an iCalendar file (RFC 5545), for readers who keep them in their own calendar.
#pragma once

#include <string>
#include <string_view>

#include "base/date.h"

namespace yaodian {

// What an event says beside its name and its title: worked out once for all the files that it is
// in. It is a deadline: a whole day, which does not make anybody busy.
class EventDetails {
 public:
  // STAMP is when the event was last revised: data, not the clock. DESCRIPTION says who, standard,
  // document, and may have line breaks; URL is absolute. Both may be empty.
  EventDetails(Date day, Date stamp, std::string_view description, std::string_view url);

 private:
  friend class Calendar;
  std::string days_, rest_;  // content lines, before and after the title
};

// The text of an .ics file: CRLF, lines of at most 75 octets, no method, no alarms. It is one to be
// published: media type text/calendar, UTF-8.
//
// In names, titles and descriptions every kind of line break becomes the \n of the format, other
// control characters but the tab are dropped, and what is not UTF-8 becomes U+FFFD. In a URL, what
// a URI may not hold is percent-encoded; "%" stays, so one that is encoded already is not changed.
//
// A calendar without events is valid too: the format asks for at least one component, so it gets
// the time zone UTC. Readers who subscribed before the last event was removed then see it go, where
// a missing file would leave it in their calendars.
class Calendar {
 public:
  // NAME is what the reader's calendar program calls it. The memory of ROOM is used again.
  explicit Calendar(std::string_view name, std::string room = {});

  // Adds an event, after those that are there. UID is the same in each build, unique in the world
  // ("haidian-2018-task-rights-guides-2018-04@haidian.yaodian") and of one event of the file only;
  // SUMMARY says what is due.
  void add(std::string_view uid, std::string_view summary, const EventDetails& details);

  // Returns the file. The calendar is of no use afterwards.
  std::string finish();

 private:
  std::string text_;
  bool is_empty_ = true;
};

}  // namespace yaodian

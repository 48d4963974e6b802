// Deadlines as an iCalendar file (RFC 5545), for readers who keep them in their own calendar.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"

namespace yaodian {

// A deadline in a calendar: a whole day, which does not make anybody busy.
struct CalendarEvent {
  std::string uid;  // the same in each build and unique in the world:
                    // "haidian-2018-task-rights-guides-2018-04@haidian.yaodian"
  Date day;
  std::string summary;      // what is due
  std::string description;  // who, standard, document; may have line breaks; "" for none
  std::string url;          // absolute; "" for none
};

struct CalendarFile {
  std::string name;                   // what the reader's calendar program calls it
  Date stamp;                         // when the events were last revised: data, not the clock
  std::vector<CalendarEvent> events;  // no two of them have the same uid
};

// Returns FILE as the text of an .ics file, events in the order given: CRLF, lines of at most 75
// octets, no method, no alarms. It is one to be published: media type text/calendar, UTF-8.
//
// In names, summaries and descriptions every kind of line break becomes the \n of the format, other
// control characters but the tab are dropped, and what is not UTF-8 becomes U+FFFD. In a URL, what
// a URI may not hold is percent-encoded; "%" stays, so one that is encoded already is not changed.
//
// A calendar without events is valid too: the format asks for at least one component, so it gets
// the time zone UTC. Readers who subscribed before the last event was removed then see it go, where
// a missing file would leave it in their calendars.
std::string icalendar(const CalendarFile& file);

}  // namespace yaodian

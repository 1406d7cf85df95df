#pragma once

#include "exchange/reader.h"

namespace repere::directory {

/// Mends the texts of a source's draft and notes every step in its repairs: HTML to text, mojibake, web addresses without
/// scheme (what is no web address is left out), telephone numbers, "hidden" e-mails. E-mail addresses that name a person
/// move to the personal data.
void repairTexts(exchange::Draft &draft);

} // namespace repere::directory

#pragma once

#include <QString>

namespace repere::test {

/// Fills a folder with the data that ships, but a newer version of the starter directory: LAB01 has another address
/// ("50 rue…" for "48 rue…") and website (http://lab01.example), FabLac another address ("3 place…" for "2 place…"), and
/// there is one place more, "Atelier neuf" in Murat: 380. False when the folder cannot be written.
bool writeNewerData(const QString &folder);

} // namespace repere::test

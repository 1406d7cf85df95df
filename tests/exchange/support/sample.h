#pragma once

#include "core/atelier.h"
#include "exchange/reader.h"
#include "exchange/writer.h"

#include <QRandomGenerator>

#include <vector>

namespace repere::exchange {

/// The shipped vocabularies.
const Vocabularies &shippedVocabularies();
/// Labels of the shipped vocabularies; region and département names are "Région CODE", "Département CODE".
LabelSource sampleLabels();

/// A well-known atelier with a value in every field.
Atelier fullAtelier();
/// Anything an atelier may hold: separators, quotes, line ends, formulas, control characters, other planes.
Atelier randomAtelier(QRandomGenerator &random);

/// A source over a list.
ExportSource sourceOf(std::vector<ExportedAtelier> lines);
std::vector<ExportedAtelier> linesOf(const std::vector<Atelier> &ateliers);

/// What an import makes of a draft: words become ids where a vocabulary names them, sample names become codes.
Atelier understood(const Draft &draft);

/// Every draft of a file; a failure to read is put into `error`.
std::vector<Draft> readAll(const QString &path, QString &error, const QString &format = {});

} // namespace repere::exchange

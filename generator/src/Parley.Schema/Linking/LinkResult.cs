using Parley.Schema.Diagnostics;
using Parley.Schema.Model;

namespace Parley.Schema.Linking;

/// <summary>Everything that is emitted, and everything that is wrong. Compared by value.</summary>
/// <param name="Schemas">The schema files without fault whose references are without fault too, by path.</param>
/// <param name="Contracts">The contracts without fault, by path of the manifest.</param>
/// <param name="Diagnostics">All diagnostics of reading and linking, by path and offset.</param>
public sealed record LinkResult(
    EquatableArray<SchemaModel> Schemas, EquatableArray<ContractModel> Contracts, EquatableArray<SchemaDiagnostic> Diagnostics);

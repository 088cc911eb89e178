using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Contracts;

/// <summary>What a reader of an emitted method learns about its operation.</summary>
internal static class OperationDocs
{
    /// <summary>Summary and remarks: where it is, who may call it, what it changes.</summary>
    public static CSharpCode Of(OperationShape shape) =>
        DocComment.SummaryAndRemarks(shape.Operation.Summary, [shape.Operation.Description, Place(shape), Rules(shape.Operation)]);

    /// <summary>Summary and place, for whoever calls it.</summary>
    public static CSharpCode Short(OperationShape shape) => DocComment.SummaryAndRemarks(shape.Operation.Summary, [Place(shape)]);

    private static string Place(OperationShape shape) =>
        $"{shape.Method.Verb} {shape.Resource.Template}" + (shape.Operation.WireName is null ? "" : $", {shape.Method.Discriminator}: {shape.Operation.WireName}");

    private static string Rules(OperationModel operation) => string.Join(" ", new[]
    {
        Sentence("Permission:", operation.Permissions, " or "),
        Sentence("Features:", operation.Features, ", "),
        Sentence("Allowed in", operation.From, ", "),
        operation.To is null ? null : $"Leads to {operation.To}.",
        Sentence("Causes", operation.Notifies, ", "),
    }.Where(static sentence => sentence is not null));

    private static string? Sentence(string start, EquatableArray<string> items, string separator) =>
        items.Count == 0 ? null : $"{start} {string.Join(separator, items)}.";
}

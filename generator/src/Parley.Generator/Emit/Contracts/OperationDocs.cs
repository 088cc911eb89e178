using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Contracts;

/// <summary>What a reader of an emitted method learns about its operation.</summary>
internal static class OperationDocs
{
    /// <summary>Summary and remarks: where it is, who may call it, what it changes.</summary>
    public static CSharpCode Of(OperationShape shape)
    {
        var operation = shape.Operation;
        return Docs.SummaryAndRemarks(
            operation.Summary,
            [
                operation.Description,
                $"{shape.Method.Verb} {shape.Resource.Template}" + (operation.WireName is null ? "" : $", {shape.Method.Discriminator}: {operation.WireName}"),
                Sentence("Needs one of the permissions", operation.Permissions),
                Sentence("Needs the features", operation.Features),
                Sentence("Allowed in", operation.From),
                operation.To is null ? null : $"Leads to {operation.To}.",
                Sentence("Causes", operation.Notifies),
            ]);
    }

    private static string? Sentence(string start, EquatableArray<string> items) =>
        items.Count == 0 ? null : $"{start} {string.Join(", ", items)}.";
}

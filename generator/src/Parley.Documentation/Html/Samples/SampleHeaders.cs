using Parley.Documentation.Model;

namespace Parley.Documentation.Html.Samples;

/// <summary>The headers that a sample call sends beside those of every call: those of its resource that have an example.</summary>
internal static class SampleHeaders
{
    public static IEnumerable<(string Name, string Value)> Of(OperationDocumentation operation) =>
        operation.Headers.Where(static header => header.Example is not null).Select(static header => (header.Name, header.Example!));
}

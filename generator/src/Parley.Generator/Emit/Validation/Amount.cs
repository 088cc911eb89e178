using System.Globalization;

namespace Parley.Generator.Emit.Validation;

/// <summary>A number with what it counts, for messages: <c>1 item</c>, <c>2 items</c>.</summary>
internal static class Amount
{
    public static string Of(long count, string noun) => count.ToString(CultureInfo.InvariantCulture) + " " + noun + (count == 1 ? "" : "s");
}

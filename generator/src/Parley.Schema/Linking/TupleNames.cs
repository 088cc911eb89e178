using Parley.Schema.Naming;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>C# names of a tuple's items, from their titles.</summary>
internal static class TupleNames
{
    /// <summary>The names; null unless each item has one of its own that C# allows there.</summary>
    public static IReadOnlyList<string>? Of(IReadOnlyList<SchemaSyntax> items)
    {
        var titles = items.Select(static item => DeclarationTable.TitleOf(item)?.Text).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return titles.Length == items.Count && titles.All(IsFree) ? titles : null;
    }

    // System.ValueTuple has these itself: https://learn.microsoft.com/dotnet/csharp/language-reference/compiler-messages/cs8126
    private static bool IsFree(string name) =>
        !ReservedNames.IsMember(name) && name is not ("CompareTo" or "Rest") && !(name.StartsWith("Item", StringComparison.Ordinal) && name.Skip("Item".Length).All(char.IsDigit));
}

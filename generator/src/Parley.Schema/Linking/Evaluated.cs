using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>What keywords evaluate of an object or array, as far as the schema alone tells.</summary>
internal sealed class Evaluated
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _patterns = new(StringComparer.Ordinal);

    /// <summary>Members by name, in the order in which they were added.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Members by expressions that their names match, in the order in which they were added.</summary>
    public List<string> Patterns { get; } = [];

    /// <summary>Whether it is every member.</summary>
    public bool AllMembers { get; private set; }

    /// <summary>The number of items from the first on.</summary>
    public int Items { get; private set; }

    /// <summary>Whether it is every item.</summary>
    public bool AllItems { get; private set; }

    /// <summary>Whether it is items that only the array tells.</summary>
    public bool SomeItems { get; private set; }

    /// <summary>Adds what a subschema evaluates by keywords of its own.</summary>
    /// <param name="schema">The subschema.</param>
    /// <param name="withUnevaluated">Whether <c>unevaluatedProperties</c> and <c>unevaluatedItems</c> count.</param>
    public void Add(SchemaSyntax schema, bool withUnevaluated)
    {
        var places = 0;
        foreach (var child in schema.Children)
        {
            switch (child.Keyword)
            {
                case "properties":
                    AddNew(Names, _names, child.Name!);
                    break;
                case "patternProperties":
                    AddNew(Patterns, _patterns, child.Name!);
                    break;
                case "additionalProperties":
                    AllMembers = true;
                    break;
                case "unevaluatedProperties":
                    AllMembers |= withUnevaluated;
                    break;
                case "prefixItems":
                    places++;
                    break;
                case "items":
                    AllItems = true;
                    break;
                case "unevaluatedItems":
                    AllItems |= withUnevaluated;
                    break;
                case "contains":
                    SomeItems = true;
                    break;
            }
        }

        Items = Math.Max(Items, places);
    }

    /// <summary>Whether a name is among <see cref="Names"/>.</summary>
    public bool HasName(string name) => _names.Contains(name);

    /// <summary>Whether an expression is among <see cref="Patterns"/>.</summary>
    public bool HasPattern(string pattern) => _patterns.Contains(pattern);

    /// <summary>Whether no member is added by another.</summary>
    public bool HoldsMembersOf(Evaluated other) =>
        AllMembers || (!other.AllMembers && _names.IsSupersetOf(other.Names) && _patterns.IsSupersetOf(other.Patterns));

    /// <summary>Whether no item is added by another.</summary>
    public bool HoldsItemsOf(Evaluated other) => AllItems || (!other.AllItems && !other.SomeItems && other.Items <= Items);

    private static void AddNew(List<string> list, HashSet<string> known, string text)
    {
        if (known.Add(text))
            list.Add(text);
    }
}

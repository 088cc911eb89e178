namespace Parley.Schema.Naming;

/// <summary>Gives the properties of one record their C# names. A name never depends on its neighbours: two that meet are an error, not a number.</summary>
internal sealed class MemberNames
{
    private readonly Dictionary<string, string> _wireNames = new(StringComparer.Ordinal);
    private readonly string _typeName;

    /// <summary>A property may neither have its type's name nor that of a member which every record or emitted type has.</summary>
    public MemberNames(string typeName) => _typeName = typeName;

    /// <summary>Allocates a name.</summary>
    /// <param name="wireName">The name on the wire.</param>
    /// <param name="identifier">The C# name, also when it is taken.</param>
    /// <param name="holder">The wire name that has it already.</param>
    /// <returns>Whether it was free.</returns>
    public bool TryAdd(string wireName, out string identifier, out string holder)
    {
        identifier = Identifiers.Pascal(wireName);
        if (ReservedNames.IsMember(identifier) || string.Equals(identifier, _typeName, StringComparison.Ordinal))
            identifier += ReservedNames.Suffix;
        if (_wireNames.TryGetValue(identifier, out holder!))
            return false;
        _wireNames.Add(identifier, wireName);
        return true;
    }
}

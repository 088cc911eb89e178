using Parley.Generator.Emit.Writing;

namespace Parley.Generator.Emit.Contracts;

/// <summary>
/// Member names of one emitted type. Manifest names are identifiers and unique among themselves, yet one may be the name of the type, of a member that the type
/// has anyway, or of one inherited from <c>object</c>; such a name gets a suffix, which depends on nothing but the manifest.
/// </summary>
internal sealed class MemberNames(string suffix, params string[] reserved)
{
    private static readonly string[] Inherited = ["Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "Finalize", "MemberwiseClone"];
    private readonly HashSet<string> _used = new(reserved.Concat(Inherited), StringComparer.Ordinal);

    /// <summary>Allocates the name for a manifest name, in manifest order.</summary>
    public CSharpIdentifier Allocate(string name)
    {
        var free = name;
        while (_used.Contains(free))
            free += suffix;

        // A property X also makes the methods get_X and set_X.
        _used.UnionWith([free, "get_" + free, "set_" + free]);
        return CSharpIdentifier.Of(free);
    }
}

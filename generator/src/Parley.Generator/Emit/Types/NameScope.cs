using System.Text;
using Parley.Generator.Emit.Writing;

namespace Parley.Generator.Emit.Types;

/// <summary>Names for what emitted code keeps to itself: private methods, fields and locals. Never meets a name that is in use.</summary>
internal sealed class NameScope
{
    private const int Longest = 60;
    private readonly HashSet<string> _used;

    /// <summary>A scope in which these names are taken.</summary>
    public NameScope(IEnumerable<string> used) => _used = new HashSet<string>(used, StringComparer.Ordinal);

    /// <summary>A free name made from a prefix and a hint of any text.</summary>
    public CSharpIdentifier Pascal(string prefix, string hint) => Free(prefix + Words(hint));

    /// <summary>A free name that starts in lower case.</summary>
    public CSharpIdentifier Camel(string hint)
    {
        var words = Words(hint);
        return Free(words.Length == 0 || char.IsDigit(words[0]) ? "member" + words : char.ToLowerInvariant(words[0]) + words.Substring(1));
    }

    private CSharpIdentifier Free(string name)
    {
        if (name.Length > Longest)
            name = name.Substring(0, Longest);
        var free = name;
        for (var number = 2; !_used.Add(free); number++)
            free = FormattableString.Invariant($"{name}{number}");
        return CSharpIdentifier.Of(free);
    }

    private static string Words(string hint)
    {
        var words = new StringBuilder();
        var upper = true;
        foreach (var c in hint)
        {
            var isPlain = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
            if (isPlain)
                words.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = !isPlain;
        }

        return words.ToString();
    }
}

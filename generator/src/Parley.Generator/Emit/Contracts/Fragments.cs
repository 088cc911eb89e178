using Parley.Generator.Emit.Writing;

namespace Parley.Generator.Emit.Contracts;

/// <summary>Puts fragments together.</summary>
internal static class Fragments
{
    /// <summary>One below the other.</summary>
    public static CSharpCode Lines(IEnumerable<CSharpCode> pieces) => CSharpCode.Join(CSharpCode.Of($"\n"), pieces.Where(static piece => !piece.IsEmpty));

    /// <summary>One below the other with a blank line between.</summary>
    public static CSharpCode Paragraphs(IEnumerable<CSharpCode> pieces) => CSharpCode.Join(CSharpCode.Of($"\n\n"), pieces.Where(static piece => !piece.IsEmpty));

    /// <summary>Side by side with commas between.</summary>
    public static CSharpCode Commas(IEnumerable<CSharpCode> pieces) => CSharpCode.Join(CSharpCode.Of($", "), pieces);

    /// <summary>A collection expression of strings.</summary>
    public static CSharpCode Strings(IEnumerable<string> values) => CSharpCode.Of($"[{Commas(values.Select(static value => (CSharpCode)CSharpLiteral.String(value)))}]");
}

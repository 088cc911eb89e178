using System.Text;
using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary>
/// The member names that an object schema mentions, each with a number: what the emitted dispatch on a name returns, and the bit that says the member was seen.
/// Declared properties come first, then names that only other keywords mention.
/// </summary>
internal sealed class MemberTable
{
    private const int WordSize = 64;
    private readonly List<string> _names = [];

    public MemberTable(SchemaNode node)
    {
        Node = node;
        _names.AddRange(node.Properties.Select(static property => property.Name));
        Add(node.ComposedProperties.Select(static property => property.Name));
        Add(AdditionalPropertiesCheck.OtherNames(node));
        Add(node.Required);
        foreach (var dependency in node.DependentRequired)
        {
            Add([dependency.Name]);
            Add(dependency.Required);
        }

        Add(node.DependentSchemas.Select(static dependency => dependency.Name));
    }

    public SchemaNode Node { get; }

    public int Count => _names.Count;

    /// <summary>Whether the bits need more than one word.</summary>
    public bool IsWide => Count > WordSize;

    public int IndexOf(string name) => _names.IndexOf(name);

    /// <summary>Declares the bits.</summary>
    public void WriteSeen(CodeWriter writer)
    {
        if (IsWide)
            writer.Line($"global::System.Span<ulong> seen = stackalloc ulong[{(Count + WordSize - 1) / WordSize}];");
        else
            writer.Line($"var seen = 0UL;");
    }

    /// <summary>Looks the name up and refuses it the second time.</summary>
    public void WriteLookup(CodeWriter writer, DeclarationScope scope, FailureEmitter failures)
    {
        writer.Line($"var member = {Lookup(scope)}(ref reader);");
        using (writer.Block($"if (member >= 0)"))
        {
            var word = IsWide ? CSharpCode.Of($"seen[member >> 6]") : CSharpCode.Of($"seen");
            failures.If(writer, CSharpCode.Of($"({word} & (1UL << member)) != 0"), CSharpCode.Of($"FailDuplicate(reader.TokenStartIndex, {CSharpLiteral.String(Node.Pointer)})"), Node.Pointer);
            writer.Line($"{word} |= 1UL << member;");
        }

        writer.Blank();
    }

    /// <summary>A condition that is true when the member is there.</summary>
    public CSharpCode Saw(string name) => CSharpCode.Of($"{BitOf(name)} != 0");

    /// <summary>A condition that is true when the member is missing.</summary>
    public CSharpCode Lacks(string name) => CSharpCode.Of($"{BitOf(name)} == 0");

    /// <summary>A condition that is true when any of the members is missing.</summary>
    public CSharpCode LacksAnyOf(IEnumerable<string> names)
    {
        var words = names.Select(IndexOf).Distinct().GroupBy(static index => index / WordSize).OrderBy(static word => word.Key).Select(word =>
        {
            var mask = CSharpLiteral.Mask(word.Aggregate(0UL, static (bits, index) => bits | (1UL << (index % WordSize))));
            return IsWide ? CSharpCode.Of($"(seen[{word.Key}] & {mask}) != {mask}") : CSharpCode.Of($"(seen & {mask}) != {mask}");
        });
        return CSharpCode.Join(CSharpCode.Of($" || "), words);
    }

    private CSharpCode BitOf(string name)
    {
        var index = IndexOf(name);
        var bit = CSharpLiteral.Mask(1UL << (index % WordSize));
        return IsWide ? CSharpCode.Of($"(seen[{index / WordSize}] & {bit})") : CSharpCode.Of($"(seen & {bit})");
    }

    private void Add(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (!_names.Contains(name))
                _names.Add(name);
        }
    }

    // One dispatch serves Read and Check. A name is unescaped only when it is escaped, which is rare and kept out of the way.
    private CSharpIdentifier Lookup(DeclarationScope scope) => scope.Method("MemberAt", Node.Pointer, (writer, name) =>
    {
        var find = scope.Method("Find", Node.Pointer, WriteFind);
        var escaped = scope.Method("FindEscaped", Node.Pointer, (w, n) => WriteFindEscaped(w, n, find));
        writer.Line($"private static int {name}(ref {CSharpTypes.Reader} reader) =>");
        writer.Line($"    reader.ValueIsEscaped ? {escaped}(ref reader) : {find}(reader.ValueSpan);");
    });

    private void WriteFindEscaped(CodeWriter writer, CSharpIdentifier name, CSharpIdentifier find)
    {
        const int BytesOfOneEscape = 6;
        var room = BytesOfOneEscape * Math.Max(1, _names.Max(static text => Encoding.UTF8.GetByteCount(text)));
        using (writer.Block($"private static int {name}(ref {CSharpTypes.Reader} reader)"))
        {
            if (room <= 1024)
                writer.Line($"global::System.Span<byte> scratch = stackalloc byte[{room}];");
            else
                writer.Line($"global::System.Span<byte> scratch = new byte[{room}];");
            writer.Line($"var length = global::Parley.StringChecks.Unescape(ref reader, scratch);");
            writer.Line($"return length < 0 ? -1 : {find}(scratch.Slice(0, length));");
        }
    }

    private void WriteFind(CodeWriter writer, CSharpIdentifier name)
    {
        var byLength = _names.Select(static (text, index) => (Text: text, Index: index)).GroupBy(static entry => Encoding.UTF8.GetByteCount(entry.Text)).OrderBy(static group => group.Key);
        using (writer.Block($"private static int {name}(global::System.ReadOnlySpan<byte> name)"))
        {
            using (writer.Block($"switch (name.Length)"))
            {
                foreach (var group in byLength)
                {
                    writer.Line($"case {group.Key}:");
                    using (writer.Indent())
                    {
                        foreach (var entry in group)
                        {
                            writer.Line($"if (global::System.MemoryExtensions.SequenceEqual(name, {CSharpLiteral.Utf8(entry.Text)}))");
                            writer.Line($"    return {entry.Index};");
                        }

                        writer.Line($"break;");
                    }
                }
            }

            writer.Blank();
            writer.Line($"return -1;");
        }
    }
}

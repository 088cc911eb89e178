using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.HostileText;

/// <summary>Text of a schema or manifest stays text, whatever it holds. (That the output compiles without a remark and has no strange line ends, every run checks.)</summary>
public sealed class HostileTextTests
{
    private const string Class = "public class Escaped { }";

    private static readonly Dictionary<string, string> All = new()
    {
        ["plain"] = "calm text",
        ["quotes"] = $"\"; }} }} {Class} //",
        ["raw string"] = $"\"\"\"\"; }} }} {Class} \"\"\"",
        ["apostrophe"] = $"'; {Class} '",
        ["backslashes"] = $"\\\"; {Class} \\",
        ["escapes"] = $"\\u0022; \\x22; \\n {Class} \\U0001F600",
        ["line feed"] = $"a\n{Class}",
        ["carriage return"] = $"a\r{Class}",
        ["both"] = $"a\r\n{Class}\r\n",
        ["next line"] = $"a\u0085{Class}",
        ["line separator"] = $"a\u2028{Class}",
        ["paragraph separator"] = $"a\u2029{Class}",
        ["comment end"] = $"*/ {Class} /*",
        ["comment start"] = $"/* // {Class}",
        ["braces"] = "{{ }} {0} {text} }} { $\"{1}\"",
        ["tags"] = $"</summary> {Class} <summary>",
        ["xml"] = "<!-- ]]> &amp; &undefined; <![CDATA[ <see cref=\"Nothing\"/> <?php",
        ["directive"] = "a\n#error Escaped\n#if false\n",
        ["control"] = "a\0b\u0001\u001b[31m\u007f\ufffe\uffff",
        ["direction"] = "a\u202e}\u2066 class Escaped",
        ["surrogate pair"] = "😀 𝔘𝔫𝔦",
        ["letters"] = "Größe_名前_İıſK",
        ["keyword"] = "class",
        ["white space"] = "  ends with white space \t ",
    };

    // What the calm text gives: named here in full, so that a type more is seen in any case.
    private static readonly string[] Types =
    [
        "Done", "Problem", "Entry*", "Entry*Choice", "Defined*",
        "IGateOperations", "GateDispatcher", "GateContract", "GateContract", "GateClient", "GateRegistration", "GateLifecycle", "GateLifecycle.States",
        "GateNotifications", "IGateNotificationHandler", "GateNotificationDispatcher",
    ];

    public static TheoryData<string> Kinds => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Text_stays_text(string kind)
    {
        var run = GeneratorRun.Of(HostileProject.Files(All[kind]));

        Assert.Equal(Types.Order(StringComparer.Ordinal), DeclaredTypes(run).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> DeclaredTypes(GeneratorRun run) => run.Compilation.SyntaxTrees
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
        .Select(type => type.Identifier.ValueText);
}

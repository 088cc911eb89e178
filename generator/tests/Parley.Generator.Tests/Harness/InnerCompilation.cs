using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Parley.Generator.Tests.Harness;

/// <summary>The project that the generator runs in: the strictest that users may have, in the oldest language that emitted code promises to compile in.</summary>
internal static class InnerCompilation
{
    /// <summary>C# 12, documentation comments checked.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    public static CSharpCompilation Of(IEnumerable<string> sources) => CSharpCompilation.Create(
        "Sample",
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"/app/Source{index}.cs", System.Text.Encoding.UTF8)),
        References.All,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, deterministic: true));

    /// <summary>Compiles to bytes.</summary>
    /// <exception cref="HarnessException">The compiler remarks something, be it only information.</exception>
    public static byte[] Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        var remarks = result.Diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden && !diagnostic.IsSuppressed).ToList();
        if (remarks.Count == 0)
            return stream.ToArray();

        throw new HarnessException(
            HarnessRule.CompilesWithoutRemark,
            $"{remarks.Count} remarks\n" + string.Join('\n', remarks.Take(20).Select(remark => $"{remark}\n    {LineOf(remark)}")));
    }

    private static string LineOf(Diagnostic remark) =>
        remark.Location.SourceTree is { } tree ? tree.GetText().Lines[remark.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() : "";
}

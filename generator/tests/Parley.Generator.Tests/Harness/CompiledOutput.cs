using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Parley.Generator.Tests.Harness;

/// <summary>Compilations of emitted code at the lowest language version that is promised, every warning an error.</summary>
internal static class CompiledOutput
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll")
            .Where(static path => !Path.GetFileName(path).StartsWith("System.Private", StringComparison.Ordinal) || Path.GetFileName(path) == "System.Private.CoreLib.dll")
            .Select(static path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(IJsonDeclaration<>).Assembly.Location),
    ];

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    /// <summary>A compilation without the emitted code.</summary>
    public static CSharpCompilation Empty(params string[] sources) => CSharpCompilation.Create(
        "Emitted",
        sources.Select(static source => CSharpSyntaxTree.ParseText(source, ParseOptions)),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, generalDiagnosticOption: ReportDiagnostic.Error));

    /// <summary>Requires that there is neither an error nor a warning.</summary>
    public static void AssertClean(Compilation compilation)
    {
        var faults = compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden).Take(20).ToArray();
        Assert.True(faults.Length == 0, string.Join('\n', faults.Select(fault => Describe(fault))));
    }

    /// <summary>Compiles and loads.</summary>
    public static Assembly Load(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Select(Describe)));
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
    }

    private static string Describe(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString();
        return $"{diagnostic}\n    {line}";
    }
}

using Microsoft.CodeAnalysis;

namespace Parley.Generator.Tests.Mutants;

/// <summary>Gives its steps no names.</summary>
internal sealed class NamelessGenerator : HonestGenerator
{
    public override void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.AdditionalTextsProvider.Select((text, ct) => new File(NameOf(text), text.GetText(ct)!.ToString())),
        (output, file) => Add(output, file, Body(file)));
}

/// <summary>Keeps a symbol in a model that is equal all the same, as a record with an own <c>Equals</c> may be.</summary>
internal sealed class SymbolKeeper : HonestGenerator
{
    public override void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        Files(context).Select((file, _) => new Model(file.Name, SampleProject.Compilation.GetSpecialType(SpecialType.System_Int32))).WithTrackingName("Model"),
        (output, model) => Add(output, model.Name, $"internal const string Text = \"{model.Symbol.Name}\";"));

    private sealed record Model(string Name, ITypeSymbol Symbol)
    {
        public bool Equals(Model? other) => other?.Name == Name;

        public override int GetHashCode() => Name.Length;
    }
}

/// <summary>Keeps a compilation out of sight: in a closure.</summary>
internal sealed class CompilationKeeper : HonestGenerator
{
    public override void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        Files(context).Select((file, _) => new Model(file.Name, new(() => SampleName(SampleProject.Compilation)))).WithTrackingName("Model"),
        (output, model) => Add(output, model.Name, $"internal const string Text = \"{model.Text.Value}\";"));

    private static string SampleName(Compilation compilation) => compilation.AssemblyName!;

    private sealed record Model(string Name, Lazy<string> Text)
    {
        private readonly Func<Compilation> _source = Capture(SampleProject.Compilation);

        public bool Equals(Model? other) => other?.Name == Name && _source is not null;

        public override int GetHashCode() => Name.Length;

        private static Func<Compilation> Capture(Compilation compilation) => () => compilation;
    }
}

/// <summary>Takes the compilation, if only for its name, and so runs at each keystroke.</summary>
internal sealed class CompilationReader : HonestGenerator
{
    public override void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        Files(context).Combine(context.CompilationProvider.Select((compilation, _) => compilation.SyntaxTrees.Count()).WithTrackingName("Count")),
        (output, pair) => Add(output, pair.Left, $"internal const int Trees = {pair.Right};"));
}

/// <summary>Takes the compilation and lets nothing of it through to later steps.</summary>
internal sealed class QuietCompilationReader : HonestGenerator
{
    public override void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        Files(context).Combine(context.CompilationProvider.Select((compilation, _) => compilation.AssemblyName!).WithTrackingName("Name")),
        (output, pair) => Add(output, pair.Left, $"internal const string Project = \"{pair.Right}\";"));
}

/// <summary>Keeps the compiler's text object, which is another at each build.</summary>
internal sealed class TextKeeper : HonestGenerator
{
    public override void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.AdditionalTextsProvider.Select((text, _) => (Name: NameOf(text), Text: text)).WithTrackingName("Read"),
        (output, file) => Add(output, file.Name, $"internal const int Length = {file.Text.GetText()!.Length};"));
}

/// <summary>Holds a sequence without comparison by value.</summary>
internal sealed class ArrayKeeper : HonestGenerator
{
    public override void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.AdditionalTextsProvider.Select((text, ct) => new Model(NameOf(text), text.GetText(ct)!.ToString().Split('\n'))).WithTrackingName("Read"),
        (output, model) => Add(output, model.Name, $"internal const int Lines = {model.Lines.Length};"));

    private sealed record Model(string Name, string[] Lines);
}

/// <summary>A compilation for mutants to keep.</summary>
internal static class SampleProject
{
    public static Compilation Compilation { get; } = Harness.InnerCompilation.Of([]);
}

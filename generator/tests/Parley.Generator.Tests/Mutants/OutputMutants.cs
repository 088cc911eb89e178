using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Parley.Generator.Tests.Mutants;

/// <summary>Throws.</summary>
internal sealed class ThrowingGenerator : HonestGenerator
{
    protected override string Body(File file) => throw new InvalidOperationException("Unforeseen.");
}

/// <summary>Makes output that no other run repeats.</summary>
internal sealed class GuidWriter : HonestGenerator
{
    protected override string Body(File file) => $"internal const string Id = \"{Guid.NewGuid()}\";";
}

/// <summary>Formats a number for the host's reader.</summary>
internal sealed class CultureWriter : HonestGenerator
{
    protected override string Body(File file) => $"internal const string Half = \"{-file.Text.Length / 2.5}\";";
}

/// <summary>Folds case by the host's rules.</summary>
internal sealed class CaseFolder : HonestGenerator
{
    protected override string Body(File file) => $"internal const string Name = \"{"id".ToUpper()}\";";
}

/// <summary>Gives files numbers in the order in which they come.</summary>
internal sealed class OrderWriter : HonestGenerator
{
    public override void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        Files(context).Collect().SelectMany((files, _) => files.Select((file, index) => (file.Name, Index: index))).WithTrackingName("Number"),
        (output, file) => Add(output, file.Name, $"internal const int Index = {file.Index};"));
}

/// <summary>Writes code that does not compile.</summary>
internal sealed class ErrorWriter : HonestGenerator
{
    protected override string Body(File file) => "internal const int Length = Missing;";
}

/// <summary>Writes code with a warning: an unused variable.</summary>
internal sealed class WarningWriter : HonestGenerator
{
    protected override string Body(File file) => "internal static void M() { int unused; }";
}

/// <summary>Writes code that only a strict project remarks: null where none may be.</summary>
internal sealed class NullWriter : HonestGenerator
{
    protected override string Body(File file) => "internal static string Text => null;";
}

/// <summary>Writes documentation that is no XML.</summary>
internal sealed class BadDocumentationWriter : HonestGenerator
{
    protected override string Body(File file) => "/// <summary>a < b</summary>\n    internal const int Length = 1;";
}

/// <summary>Uses what only later languages have: a parameter collection that is no array.</summary>
internal sealed class LaterLanguageWriter : HonestGenerator
{
    protected override string Body(File file) => "internal static int M(params global::System.Collections.Generic.List<int> items) => items.Count;";
}

/// <summary>Writes the line ends of Windows.</summary>
internal sealed class CarriageReturnWriter : HonestGenerator
{
    protected override string Body(File file) => "internal const int Length = 1;\r\n";
}

/// <summary>Leaves white space at the end of a line.</summary>
internal sealed class TrailingSpaceWriter : HonestGenerator
{
    protected override string Body(File file) => "internal const int Length = 1; ";
}

/// <summary>Ends without a line end.</summary>
internal sealed class UnendedWriter : HonestGenerator
{
    public override void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        Files(context), (output, file) => output.AddSource(file.Name + ".g.cs", SourceText.From($"internal class {file.Name};", Encoding.UTF8)));
}

/// <summary>Lets a line separator through into a comment.</summary>
internal sealed class LineSeparatorWriter : HonestGenerator
{
    protected override string Body(File file) => "// a\u2028internal const int Escaped = 1;";
}

/// <summary>Reports what nobody expects.</summary>
internal sealed class ComplainingGenerator : HonestGenerator
{
    private static readonly DiagnosticDescriptor Complaint = new("XYZ0001", "Complaint", "Something is wrong", "Sample", DiagnosticSeverity.Info, isEnabledByDefault: true);

    public override void Initialize(IncrementalGeneratorInitializationContext context)
    {
        base.Initialize(context);
        context.RegisterSourceOutput(Files(context), (output, _) => output.ReportDiagnostic(Diagnostic.Create(Complaint, Location.None)));
    }
}

/// <summary>Goes on from what it remembers of the run before.</summary>
internal sealed class ForgetfulGenerator : HonestGenerator
{
    public override void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.AdditionalTextsProvider.Select((text, ct) => new Model(NameOf(text), text.GetText(ct)!.ToString())).WithTrackingName("Read"),
        (output, model) => Add(output, model.Name, $"internal const int Length = {model.Text.Length};"));

    // Compares a part of what output is made from.
    private sealed record Model(string Name, string Text)
    {
        public bool Equals(Model? other) => other?.Name == Name;

        public override int GetHashCode() => Name.Length;
    }
}

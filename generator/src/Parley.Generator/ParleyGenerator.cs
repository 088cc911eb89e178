using Microsoft.CodeAnalysis;
using Parley.Generator.Emit.Contracts;
using Parley.Generator.Emit.Types;
using Parley.Generator.Input;
using Parley.Schema.Linking;
using Parley.Schema.Reading;

namespace Parley.Generator;

/// <summary>Schemas and manifests in, C# out. Nothing here looks at the compilation, so writing C# costs nothing.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ParleyGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, ct) => InputFile.Of(pair.Left, pair.Right, ct))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(TrackingNames.Files);

        var options = context.AnalyzerConfigOptionsProvider
            .Select(static (provider, _) => ProjectOptions.Of(provider))
            .WithTrackingName(TrackingNames.Options);

        var linked = files
            .Select(static (file, ct) => SchemaReader.Read(file.Schema, ct))
            .WithTrackingName(TrackingNames.Read)
            .Collect()
            .Combine(options)
            .Select(static (input, ct) => Linker.Link(input.Left, input.Right, ct))
            .WithTrackingName(TrackingNames.Link);

        var types = linked
            .SelectMany(static (result, _) => result.Schemas)
            .WithTrackingName(TrackingNames.Types)
            .Select(static (schema, ct) => TypesEmitter.Emit(schema, ct))
            .WithTrackingName(TrackingNames.TypeFiles);
        context.RegisterSourceOutput(types, static (output, file) => output.AddSource(file.HintName, file.Text));

        var contracts = linked
            .SelectMany(static (result, _) => result.Contracts)
            .WithTrackingName(TrackingNames.Contracts)
            .SelectMany(static (contract, ct) => ContractEmitter.Emit(contract, ct))
            .WithTrackingName(TrackingNames.ContractFiles);
        context.RegisterSourceOutput(contracts, static (output, file) => output.AddSource(file.HintName, file.Text));

        // Diagnostics are an output of their own: an error that moves never writes code again.
        var places = files
            .Select(static (file, _) => new FilePlace(file.Schema.Path, file.FilePath))
            .Collect()
            .Select(static (places, _) => FilePlaces.Of(places))
            .WithTrackingName(TrackingNames.Places);
        var diagnostics = linked
            .Select(static (result, _) => result.Diagnostics)
            .Combine(places)
            .SelectMany(static (input, _) => input.Right.Locate(input.Left))
            .WithTrackingName(TrackingNames.Diagnostics);
        context.RegisterSourceOutput(diagnostics, static (output, located) => output.ReportDiagnostic(located.ToDiagnostic()));
    }
}

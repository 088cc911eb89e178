using Parley.Schema.Contracts;
using Parley.Schema.Diagnostics;
using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>Joins the files: follows references, gives names, decides shapes, builds the models that emitters work on.</summary>
public static class Linker
{
    /// <summary>Links the files of one project. The order of the input does not matter. A file with errors takes only itself out and what refers to it.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static LinkResult Link(IEnumerable<SchemaDocument> documents, LinkOptions options, CancellationToken cancellationToken = default)
    {
        var files = new FileSet(documents, options.RootNamespace);
        Dialects.Apply(files, cancellationToken);
        var resolver = new ReferenceResolver(files, new ResourceTable(files, cancellationToken));
        var references = new References();
        references.Resolve(files, resolver, cancellationToken);
        ContractSet.AddTargets(files, resolver, references);
        references.Resolve(files, resolver, cancellationToken);
        var variants = DynamicScopes.Resolve(files, references, cancellationToken);
        ReportLoops(files, variants, references, cancellationToken);
        ReportFormats(files, options.AssertsFormats);
        Breakage.Propagate(files);

        var composition = new Composition(references);
        var unions = new UnionTable(references, composition);
        var openEnums = new OpenEnumTable(references);
        var nullables = new NullableTable(references, unions, openEnums);
        var declarations = Declare(files, variants, new DeclarationTable(references, composition, unions, openEnums, nullables), cancellationToken);
        Breakage.Propagate(files);

        var shapes = new ShapeTable(references, composition, declarations, unions, openEnums, nullables);
        var evaluations = new EvaluationTable(files, variants, references, declarations, cancellationToken);
        var nodes = new NodeBuilder(references, composition, declarations, shapes, unions, openEnums, nullables, evaluations, options.AssertsFormats);
        var schemas = BuildSchemas(files, declarations, evaluations, nodes, cancellationToken);

        var contractReader = new ContractReader(resolver, new SchemaIndex(references, composition, declarations, shapes, nodes));
        var contracts = ContractSet.Read(files, contractReader, cancellationToken);
        return new LinkResult(schemas, contracts, Collect(files));
    }

    private static void ReportLoops(FileSet files, IReadOnlyList<Variant> variants, References references, CancellationToken cancellationToken)
    {
        var loops = LoopFinder.Find(files, variants, references, cancellationToken);
        if (loops.Count == 0)
            return;
        foreach (var file in files.Schemas)
        {
            if (file.Document.Schema is { } root)
                LoopFinder.Report(file, root, loops);
        }
    }

    private static void ReportFormats(FileSet files, bool asserted)
    {
        foreach (var file in files.Schemas)
        {
            if (file.Document.Schema is { } root)
                FormatNames.Report(file, root, asserted);
        }
    }

    private static DeclarationTable Declare(FileSet files, IReadOnlyList<Variant> variants, DeclarationTable declarations, CancellationToken cancellationToken)
    {
        var namespaces = new Dictionary<string, LinkedFile>(StringComparer.Ordinal);
        foreach (var file in files.Schemas)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.IsBroken)
                continue;
            AddNamespaces(namespaces, file);
            declarations.Add(file);
        }

        foreach (var variant in variants)
        {
            if (!variant.File.IsBroken)
                declarations.Add(variant);
        }

        declarations.CheckNamespaces(namespaces);
        return declarations;
    }

    // The namespaces around a namespace exist too.
    private static void AddNamespaces(Dictionary<string, LinkedFile> namespaces, LinkedFile file)
    {
        for (var name = file.Namespace; name.Length > 0 && !namespaces.ContainsKey(name); name = name.Substring(0, Math.Max(0, name.LastIndexOf('.'))))
            namespaces.Add(name, file);
    }

    private static EquatableArray<SchemaModel> BuildSchemas(
        FileSet files, DeclarationTable declarations, EvaluationTable evaluations, NodeBuilder nodes, CancellationToken cancellationToken)
    {
        var models = new List<SchemaModel>();
        foreach (var file in files.Schemas)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.IsBroken)
                continue;
            models.Add(new SchemaModel
            {
                Path = file.Path,
                Uri = file.Uri ?? file.Path,
                Namespace = file.Namespace,
                Types = new EquatableArray<TypeModel>(
                    declarations.Of(file).Select(type => new TypeModel { Name = type.Name, Schema = nodes.Build(type.Schema), Evaluates = evaluations.IsAsked(type) })),
            });
        }

        return new EquatableArray<SchemaModel>(models);
    }

    private static EquatableArray<SchemaDiagnostic> Collect(FileSet files)
    {
        var reached = new HashSet<LinkedFile>(files.Files.Where(static file => file.Document.Kind == DocumentKind.Manifest).SelectMany(static file => file.Uses));
        var diagnostics = new List<SchemaDiagnostic>();
        foreach (var file in files.All)
        {
            // Other people's JSON may lie beside the schemas; it is none of ours unless a manifest refers to it.
            if (file.Document.Kind != DocumentKind.Plain || reached.Contains(file))
                diagnostics.AddRange(file.Document.Diagnostics);
            diagnostics.AddRange(file.Diagnostics.Items);
        }

        diagnostics.Sort(static (a, b) =>
        {
            var order = string.CompareOrdinal(a.Path, b.Path);
            order = order != 0 ? order : a.Offset.CompareTo(b.Offset);
            return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
        });
        return new EquatableArray<SchemaDiagnostic>(diagnostics);
    }
}

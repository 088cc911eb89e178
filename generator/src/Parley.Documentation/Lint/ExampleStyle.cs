using Parley.Documentation.Lint.Examples;
using Parley.Documentation.Model;
using Parley.Schema.Json;
using Parley.Schema.Linking;
using Parley.Schema.Reading;

namespace Parley.Documentation.Lint;

/// <summary>Examples are valid: those of schemas, and the calls and answers of operations.</summary>
internal sealed class ExampleStyle(ContractLinter linter, ContractFolder folder)
{
    private readonly ExampleEvaluator _evaluator = new(folder.References, folder.AssertsFormats);

    public void Check(DocumentationModel model, CancellationToken cancellationToken)
    {
        foreach (var schema in folder.Schemas)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CheckSchema(schema.Path, schema.Schema);
        }

        foreach (var operation in model.Operations)
        {
            foreach (var example in operation.Examples)
            {
                var path = operation.Source.Path;
                if (example.Request is { } request && (operation.Request ?? operation.QuerySchema) is { } schema)
                    Check(path, request, PlaceOf(schema), "The request");
                Check(path, example.Success, PlaceOf(operation.Success), "The success");
                if (example.Failure is { } failure)
                    Check(path, failure, PlaceOf(operation.Envelope.Failure), "The failure");
            }
        }
    }

    private void CheckSchema(string path, SchemaSyntax schema)
    {
        foreach (var example in schema.Json.Find("examples")?.Value.Items ?? [])
            Check(path, example, new SchemaPlace(path, schema), "The example");
        foreach (var child in schema.Children)
            CheckSchema(path, child);
    }

    // The first broken rule is enough to look at; the others are often its consequence.
    private void Check(string path, JsonNode example, SchemaPlace schema, string what)
    {
        if (_evaluator.Check(schema, example) is [var fault, ..])
            linter.Add(StyleRules.InvalidExample, path, fault.Value.Span, fault.Value == example ? what : "A value of " + what.ToLowerInvariant(), fault.Message, fault.Rule);
    }

    private SchemaPlace PlaceOf(SchemaDocumentation schema) => SchemaSearch.Find(folder, schema.Source.Path, schema.Source.Pointer);
}

using System.Globalization;
using System.Text.Json.Nodes;
using Parley.Documentation.Json;
using Parley.Documentation.Model;

namespace Parley.Documentation.OpenApi;

/// <summary>Writes operation objects.</summary>
internal sealed class OpenApiOperations(ComponentSchemas schemas)
{
    /// <summary>The parameters of a URL template.</summary>
    public static JsonArray PathParameters(OperationDocumentation operation) => new([.. operation.Parameters.Select(static parameter =>
    {
        var written = new JsonObject { ["name"] = parameter.Name, ["in"] = "path", ["required"] = true };
        written.AddGiven("description", parameter.Description);
        written.Add("schema", new JsonObject { ["type"] = "string" });
        written.AddGiven("example", parameter.Example);
        return written;
    })]);

    /// <summary>All that answers on one URL and method as one operation.</summary>
    public JsonObject Write(IReadOnlyList<OperationDocumentation> operations)
    {
        if (operations is [var only])
            return WriteOne(only);

        // Where contracts share the URL, another one may know no discriminator, or a different one.
        var discriminator = operations.Select(static operation => operation.Discriminator).Distinct(StringComparer.Ordinal).ToList() is [{ } common] ? common : null;
        var written = new JsonObject
        {
            ["operationId"] = OperationId(operations[0]),
            ["tags"] = JsonTree.Strings(operations.Select(static operation => operation.Contract).Distinct(StringComparer.Ordinal)),
            ["summary"] = discriminator is null ? "Performs the operation of the resource's channel." : $"Performs the operation that `{discriminator}` names.",
            ["description"] = Texts.Table(operations),
        };
        // What not all of them ask for, none of them can be told to require.
        AddParameters(
            written,
            operations
                .SelectMany(static operation => operation.Query)
                .GroupBy(static parameter => parameter.Name, StringComparer.Ordinal)
                .Select(same => same.First() with { Required = same.Count(static parameter => parameter.Required) == operations.Count }),
            operations.SelectMany(static operation => operation.Headers).DistinctBy(static header => header.Name, StringComparer.OrdinalIgnoreCase));
        if (operations.Any(static operation => operation.Request is not null))
            written.Add("requestBody", RequestBody(operations, discriminator));
        written.Add("responses", Responses(operations));
        written.Add("security", Security.Of(operations));
        written.Add("x-operations", new JsonArray([.. operations.Select(Variant)]));
        return written;
    }

    /// <summary>One operation by itself.</summary>
    public JsonObject WriteOne(OperationDocumentation operation)
    {
        var written = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["tags"] = JsonTree.Strings([operation.Contract]),
            ["summary"] = operation.Summary,
        };
        written.AddGiven("description", operation.Description);
        AddParameters(written, operation.Query, operation.Headers);
        if (operation.Request is { } request)
        {
            written.Add("requestBody", new JsonObject
            {
                ["required"] = true,
                ["content"] = Content(schemas.Reference(request), Examples([operation], static example => example.Request)),
            });
        }

        written.Add("responses", Responses([operation]));
        written.Add("security", Security.Of([operation]));
        Extensions.AddTo(written, operation);
        return written;
    }

    // The ids of the standard must be unique, and the contracts name no such thing as "post to this URL".
    private static string OperationId(OperationDocumentation operation) =>
        operation.Verb.ToLowerInvariant() + operation.Template.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Replace('/', '.');

    private void AddParameters(JsonObject written, IEnumerable<QueryParameterDocumentation> query, IEnumerable<ParameterDocumentation> headers)
    {
        var parameters = new JsonArray([.. query.Select(parameter =>
        {
            var one = new JsonObject { ["name"] = parameter.Name, ["in"] = "query", ["required"] = parameter.Required };
            one.AddGiven("description", parameter.Description);
            one.Add("schema", schemas.Convert(parameter.Schema.Json));
            return one;
        })]);
        // The standard has these three ignored where they are parameters.
        foreach (var header in headers.Where(static header => header.Name.ToUpperInvariant() is not ("ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION")))
        {
            var one = new JsonObject { ["name"] = header.Name, ["in"] = "header", ["required"] = false };
            one.AddGiven("description", header.Description);
            one.Add("schema", new JsonObject { ["type"] = "string" });
            one.AddGiven("example", header.Example);
            parameters.Add(one);
        }

        if (parameters.Count > 0)
            written.Add("parameters", parameters);
    }

    private JsonObject RequestBody(IReadOnlyList<OperationDocumentation> operations, string? discriminator)
    {
        var requests = operations.Where(static operation => operation.Request is not null).ToList();
        var schema = discriminator is null ? AnyOf(requests.Select(static operation => operation.Request!)) : OneOf(requests, discriminator);
        return new JsonObject { ["required"] = requests.Count == operations.Count, ["content"] = Content(schema, Examples(requests, static example => example.Request)) };
    }

    private JsonObject OneOf(IReadOnlyList<OperationDocumentation> operations, string discriminator)
    {
        var branches = new JsonArray();
        var mapping = new JsonObject();
        foreach (var wireName in operations.GroupBy(static operation => operation.WireName!, StringComparer.Ordinal))
        {
            var requests = wireName.Select(static operation => operation.Request!).Distinct().Select(schemas.Reference).ToList();
            if (requests is [var request])
            {
                mapping.Add(wireName.Key, request["$ref"]!.GetValue<string>());
                branches.Add(request);
            }
            else
            {
                // Contracts that share the URL each have an operation of this name; a mapping has room for one.
                branches.Add(new JsonObject
                {
                    ["title"] = wireName.Key,
                    ["description"] = "Which one holds is decided by the channel of the resource.",
                    ["anyOf"] = new JsonArray([.. requests]),
                });
            }
        }

        var schema = new JsonObject { ["oneOf"] = branches };
        // A discriminator promises that every branch is a component.
        if (mapping.Count == branches.Count)
            schema.Add("discriminator", new JsonObject { ["propertyName"] = discriminator, ["mapping"] = mapping });
        return schema;
    }

    private JsonObject Responses(IReadOnlyList<OperationDocumentation> operations)
    {
        var responses = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = "Success.",
                ["content"] = Content(
                    AnyOf(operations.Select(static operation => operation.Success)), Examples(operations, static example => example.Success)),
            },
        };
        var failures =
            from operation in operations
            from failure in operation.PossibleFailures
            group (Envelope: operation.Envelope, Failure: failure) by failure.HttpStatus into status
            orderby status.Key
            select status;
        foreach (var status in failures)
        {
            var rows = status.Select(static row => row.Failure).Distinct().Select(Texts.Row);
            responses.Add(status.Key.ToString(CultureInfo.InvariantCulture), new JsonObject
            {
                ["description"] = string.Join("\n", rows),
                ["content"] = Content(AnyOf(status.Select(static row => row.Envelope.Failure)), []),
            });
        }

        return responses;
    }

    private JsonObject AnyOf(IEnumerable<SchemaDocumentation> answers)
    {
        var references = answers.Distinct().Select(schemas.Reference).ToList();
        return references is [var only] ? only : new JsonObject { ["anyOf"] = new JsonArray([.. references]) };
    }

    private static JsonObject Content(JsonObject schema, JsonObject examples)
    {
        var media = new JsonObject { ["schema"] = schema };
        if (examples.Count > 0)
            media.Add("examples", examples);
        return new JsonObject { ["application/json"] = media };
    }

    private static JsonObject Examples(
        IReadOnlyList<OperationDocumentation> operations, Func<ExampleDocumentation, Schema.Json.JsonNode?> part)
    {
        var examples = new JsonObject();
        foreach (var operation in operations)
        {
            for (var i = 0; i < operation.Examples.Count; i++)
            {
                if (part(operation.Examples[i]) is not { } value)
                    continue;
                var name = operation.Id + (i == 0 ? "" : "-" + (i + 1).ToString(CultureInfo.InvariantCulture));
                examples.Add(name, new JsonObject { ["summary"] = operation.Name, ["value"] = JsonTree.From(value) });
            }
        }

        return examples;
    }

    private JsonObject Variant(OperationDocumentation operation)
    {
        var variant = new JsonObject { ["operationId"] = operation.Id, ["summary"] = operation.Summary };
        variant.AddGiven("description", operation.Description);
        if (operation.Request is { } request)
            variant.Add("request", schemas.Reference(request));
        variant.Add("success", schemas.Reference(operation.Success));
        variant.Add("failure", schemas.Reference(operation.Envelope.Failure));
        Extensions.AddTo(variant, operation);
        return variant;
    }
}

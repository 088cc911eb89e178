using System.Text.Json.Nodes;
using Parley.Documentation.Json;
using Parley.Documentation.Model;

namespace Parley.Documentation.AsyncApi;

/// <summary>
/// Writes AsyncAPI 3.0: operations and notifications in one document. A URL and a Bayeux channel are each a channel of the standard; an operation is received and replied
/// to, a notification is sent. What connects the two, which the standard cannot say, stands in <c>x-emits</c> and <c>x-caused-by</c>.
/// </summary>
internal sealed class AsyncApiWriter
{
    private readonly DocumentationModel _model;
    private readonly ComponentSchemas _schemas;
    private readonly AsyncApiChannels _channels = new();
    private readonly JsonObject _messages = [];

    private AsyncApiWriter(DocumentationModel model)
    {
        _model = model;
        _schemas = new ComponentSchemas(model.Schemas, forDraft7: true);
    }

    /// <summary>The document.</summary>
    public static string Write(DocumentationModel model) => JsonTree.Write(new AsyncApiWriter(model).Document());

    private JsonObject Document()
    {
        var operations = new JsonObject();
        foreach (var operation in _model.Operations)
            operations.Add(operation.Id, Write(operation));
        foreach (var notification in _model.Notifications)
            operations.Add(operations.ContainsKey(notification.Id) ? notification.Id + ".notification" : notification.Id, Write(notification));

        return new JsonObject
        {
            ["asyncapi"] = "3.0.0",
            ["info"] = new JsonObject
            {
                ["title"] = Texts.Title(_model),
                ["version"] = Texts.Version(_model),
                ["description"] = Texts.Describe(_model),
                ["tags"] = new JsonArray([.. _model.Contracts.Select(static contract => Tag(contract.Name))]),
            },
            ["defaultContentType"] = "application/json",
            ["channels"] = _channels.Write(),
            ["operations"] = operations,
            ["components"] = new JsonObject
            {
                ["messages"] = _messages,
                ["schemas"] = _schemas.Write(),
                ["securitySchemes"] = AsyncApiSecurity.Schemes(_model),
                ["tags"] = new JsonObject(_model.Contracts.Select(static contract => KeyValuePair.Create(
                    contract.Name, (JsonNode?)new JsonObject { ["name"] = contract.Name, ["description"] = Texts.Describe(contract) }))),
            },
        };
    }

    private JsonObject Write(OperationDocumentation operation)
    {
        var channel = _channels.Resource(operation);
        var request = Message(operation.Id, operation.Summary, operation.Request);
        AddExamples(request, operation);
        var written = new JsonObject
        {
            ["action"] = "receive",
            ["channel"] = channel.Reference,
            ["title"] = operation.Name,
            ["summary"] = operation.Summary,
        };
        written.AddGiven("description", operation.Description);
        if (operation.Permissions.Count > 0)
            written.Add("security", AsyncApiSecurity.Of(operation));
        written.Add("tags", new JsonArray(Tag(operation.Contract)));
        written.Add("bindings", new JsonObject { ["http"] = HttpBinding(operation) });
        written.Add("messages", new JsonArray(channel.Add(operation.Id)));
        written.Add("reply", new JsonObject
        {
            ["channel"] = channel.Reference,
            ["messages"] = new JsonArray(channel.Add(Answer(operation.Success, "Success.")), channel.Add(Answer(operation.Envelope.Failure, "Failure."))),
        });
        Extensions.AddTo(written, operation);
        return written;
    }

    private JsonObject Write(NotificationDocumentation notification)
    {
        var channel = _channels.Bayeux(notification.Channel);
        var name = _messages.ContainsKey(notification.Id) ? notification.Id + ".notification" : notification.Id;
        Message(name, notification.Summary, notification.Payload);
        var written = new JsonObject
        {
            ["action"] = "send",
            ["channel"] = channel.Reference,
            ["title"] = notification.Name,
            ["summary"] = notification.Summary,
            ["tags"] = new JsonArray(Tag(notification.Contract)),
            ["messages"] = new JsonArray(channel.Add(name)),
        };
        Extensions.AddTo(written, notification);
        return written;
    }

    private static JsonObject Tag(string contract) => new() { ["$ref"] = "#/components/tags/" + contract };

    private JsonObject Message(string name, string summary, SchemaDocumentation? payload)
    {
        var message = new JsonObject { ["name"] = name, ["summary"] = summary };
        if (payload is not null)
            message.Add("payload", _schemas.Reference(payload));
        _messages.Add(name, message);
        return message;
    }

    // Most operations answer alike; the answer is then one message.
    private string Answer(SchemaDocumentation schema, string summary)
    {
        var name = "answer." + schema.Name;
        if (!_messages.ContainsKey(name))
            Message(name, summary, schema);
        return name;
    }

    private JsonObject HttpBinding(OperationDocumentation operation)
    {
        var binding = new JsonObject { ["method"] = operation.Verb };
        if (operation.Query.Count > 0)
        {
            binding.Add("query", new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject(operation.Query.Select(parameter => KeyValuePair.Create(parameter.Name, _schemas.Convert(parameter.Schema.Json)))),
                ["required"] = JsonTree.Strings(operation.Query.Where(static parameter => parameter.Required).Select(static parameter => parameter.Name)),
            });
        }

        binding.Add("bindingVersion", "0.3.0");
        return binding;
    }

    private static void AddExamples(JsonObject message, OperationDocumentation operation)
    {
        if (operation.Request is null)
            return;
        var examples = new JsonArray([.. operation.Examples
            .Where(static example => example.Request is not null)
            .Select(static example => new JsonObject { ["payload"] = JsonTree.From(example.Request!) })]);
        if (examples.Count > 0)
            message.Add("examples", examples);
    }
}

using Parley.Documentation.Model;
using Parley.Schema.Reading;

namespace Parley.Documentation.Tests;

/// <summary>Contracts to document: those of the repository, and a small one that tests edit.</summary>
internal static class Samples
{
    private static readonly SchemaFile[] Greetings =
    [
        new("greetings.contract.json", """
            {
              "name": "Greetings",
              "title": "Greetings",
              "version": "1.0",
              "description": "Greets.",
              "envelopes": {
                "plain": {
                  "success": { "$ref": "done.schema.json" },
                  "failure": { "$ref": "problem.schema.json" },
                  "members": { "code": "code", "message": "message" }
                }
              },
              "states": {
                "Waiting": { "description": "Nobody has greeted yet." },
                "Greeted": { "description": "Somebody has." },
                "Gone": { "description": "Forgotten.", "terminal": true }
              },
              "resources": {
                "/greetings/{id}": {
                  "parameters": { "id": { "description": "Who is greeted.", "example": "maria" } },
                  "post": {
                    "discriminator": "operationName",
                    "envelope": "plain",
                    "operations": {
                      "Greet": {
                        "summary": "Greets somebody.",
                        "request": { "$ref": "greet-request.schema.json" },
                        "permissions": ["Agent", "Admin"],
                        "features": ["voice"],
                        "from": ["Waiting", "Greeted"],
                        "to": "Greeted",
                        "notifies": ["GreetingSaid"],
                        "examples": [{ "request": { "operationName": "Greet", "name": "Maria", "tone": "warm" }, "success": { "code": 0 } }]
                      },
                      "Forget": {
                        "summary": "Forgets somebody.",
                        "wireName": "ForgetPerson",
                        "request": { "$ref": "forget-request.schema.json" },
                        "from": ["Greeted"],
                        "to": "Gone"
                      }
                    }
                  },
                  "get": {
                    "envelope": "plain",
                    "operations": {
                      "ListGreetings": { "summary": "Lists greetings.", "query": { "$ref": "list-query.schema.json" } }
                    }
                  }
                }
              },
              "notifications": {
                "GreetingSaid": {
                  "channel": "/greetings",
                  "summary": "Somebody was greeted.",
                  "payload": { "$ref": "greeting-said.schema.json" }
                }
              }
            }
            """),
        new("greet-request.schema.json", """
            {
              "title": "GreetRequest",
              "description": "Greets.",
              "type": "object",
              "properties": {
                "operationName": { "const": "Greet", "description": "Selects the operation." },
                "name": { "type": "string", "maxLength": 20, "description": "Whom." },
                "tone": { "$ref": "tone.schema.json", "description": "How." }
              },
              "required": ["operationName", "name"],
              "additionalProperties": false
            }
            """),
        new("forget-request.schema.json", """
            {
              "title": "ForgetRequest",
              "description": "Forgets.",
              "type": "object",
              "properties": { "operationName": { "const": "ForgetPerson", "description": "Selects the operation." } },
              "required": ["operationName"],
              "additionalProperties": false
            }
            """),
        new("list-query.schema.json", """
            {
              "title": "ListQuery",
              "description": "What to list.",
              "type": "object",
              "properties": { "limit": { "type": "integer", "maximum": 50, "description": "How many." } },
              "additionalProperties": false
            }
            """),
        new("tone.schema.json", """{ "title": "Tone", "description": "A tone.", "type": "string", "enum": ["warm", "cold"] }"""),
        new("done.schema.json", """
            {
              "title": "Done",
              "description": "It is done.",
              "type": "object",
              "properties": { "code": { "const": 0, "description": "Always 0." } },
              "required": ["code"]
            }
            """),
        new("problem.schema.json", """
            {
              "title": "Problem",
              "description": "It is not done.",
              "type": "object",
              "properties": {
                "code": { "type": "integer", "description": "What is wrong." },
                "message": { "type": "string", "description": "The same in words." }
              },
              "required": ["code", "message"],
              "additionalProperties": false
            }
            """),
        new("greeting-said.schema.json", """
            {
              "title": "GreetingSaid",
              "description": "A greeting.",
              "type": "object",
              "properties": {
                "tone": { "$ref": "tone.schema.json" },
                "text": { "type": "string", "maxLength": 200, "description": "What was said." }
              },
              "required": ["tone"]
            }
            """),
    ];

    /// <summary>The contracts under <c>schemas/</c>.</summary>
    public static ContractFolder Repository() => ContractFolder.Load(RepositoryRoot.Path("schemas"));

    /// <summary>The files of the small contract after edits.</summary>
    /// <param name="edits">In which file to replace what, which stands there, by what.</param>
    public static IReadOnlyList<SchemaFile> GreetingFiles(params (string Path, string Old, string New)[] edits) => [.. Greetings.Select(file =>
    {
        var text = file.Text;
        foreach (var (_, old, @new) in edits.Where(edit => edit.Path == file.Path))
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, @new, StringComparison.Ordinal);
        }

        return file with { Text = text };
    })];

    /// <summary>The small contract after edits.</summary>
    public static ContractFolder Greeting(params (string Path, string Old, string New)[] edits) => ContractFolder.Of(GreetingFiles(edits), "greetings");

    /// <summary>Its model.</summary>
    public static DocumentationModel GreetingModel(params (string Path, string Old, string New)[] edits) => DocumentationBuilder.Build(Greeting(edits));
}

namespace Parley.Documentation.Model;

/// <summary>Stable ids of the parts of a reference. They depend on names alone, so that a link holds when something is added elsewhere.</summary>
internal static class Anchors
{
    public static string Contract(string name) => "contract/" + name;

    public static string Resource(string contract, string template) => "resource/" + contract + template;

    public static string Operation(string id) => "operation/" + id;

    public static string Notification(string id) => "notification/" + id;

    public static string State(string contract, string name) => "state/" + contract + "." + name;

    public static string Errors(string contract, string envelope) => "errors/" + contract + "." + envelope;

    public static string Schema(string name) => "schema/" + name;
}

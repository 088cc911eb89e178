using Parley.Schema.Model;

namespace Parley.Schema.Contracts;

/// <summary>The failure catalogue of an envelope that gives none: the codes of GWS 8.5, with the HTTP statuses that its real servers answer.</summary>
internal static class StandardFailures
{
    /// <summary>One row for each kind of failure, in the order in which a call meets them.</summary>
    public static readonly FailureModel[] Rows =
    [
        new("MalformedBody", 2, 400, "The body is not UTF-8, not JSON, or not a JSON object."),
        new("BodyTooLarge", 2, 413, "The body is larger or nested deeper than the server allows."),
        new("UnknownOperation", 2, 400, "The operation name is missing or names no operation of the resource."),
        new("MissingMember", 1, 400, "A required parameter is missing."),
        new("InvalidMember", 2, 400, "A parameter breaks a rule of its schema or names something that does not exist."),
        new("WrongState", 2, 400, "The operation is not allowed in the current state of the resource."),
        new("Forbidden", 3, 403, "The operation is forbidden in this situation."),
        new("PermissionDenied", 5, 403, "The user lacks a permission or a feature."),
        new("NotAuthenticated", 20, 403, "The request is not authenticated."),
        new("NotFound", 6, 404, "The resource does not exist, or the user may not see it."),
        new("InternalError", 4, 500, "The server failed; nothing was changed."),
    ];
}

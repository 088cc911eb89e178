using System.Text.Encodings.Web;
using System.Text.Json;

namespace Parley;

/// <summary>How JSON is written that leaves as <c>application/json</c>.</summary>
internal static class JsonOutput
{
    /// <summary>
    /// Escapes only what JSON asks for, so that <c>+0200</c> and quotation marks arrive as they are printed in the documents; the output is never
    /// part of an HTML page. Emitted types write well-formed text by construction, which is not checked again.
    /// </summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
}

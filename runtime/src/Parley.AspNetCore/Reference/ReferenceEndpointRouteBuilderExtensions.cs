using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Parley.AspNetCore;

/// <summary>Maps the reference of the contracts.</summary>
public static class ReferenceEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves <c>reference.html</c> as <c>parley docs</c> wrote it, compressed once, with an entity tag and the page's own Content-Security-Policy.
    /// Its console calls the server that serves it. The page is open to anyone unless you chain <c>.RequireAuthorization()</c>.
    /// </summary>
    /// <param name="endpoints">Where to.</param>
    /// <param name="pattern">The URL, such as <c>/docs</c>.</param>
    /// <param name="file">The file, relative to the folder of the program (<see cref="AppContext.BaseDirectory"/>); <c>reference.html</c> unless given.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file was not made by <c>parley docs</c>: it has no policy.</exception>
    public static IEndpointConventionBuilder MapParleyReference(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, string file = "reference.html")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentException.ThrowIfNullOrEmpty(file);
        var page = ReferencePage.Read(Path.Combine(AppContext.BaseDirectory, file));
        return endpoints
            .MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], (RequestDelegate)new ReferenceEndpoint(page).HandleAsync)
            .WithDisplayName($"Reference {pattern}");
    }
}

using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Provider.Host;

/// <summary>Falsifies what the program answers, before anything else sees it.</summary>
internal sealed class FaultyAnswers(Fault fault) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        if (fault == Fault.AlteredStatus)
            app.Use(AlterStatusAsync);
        if (fault == Fault.RenamedMember)
            app.Use(RenameMemberAsync);
        next(app);
    };

    private static Task AlterStatusAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode is > 400 and < 500)
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static async Task RenameMemberAsync(HttpContext context, RequestDelegate next)
    {
        var real = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        await next(context);
        context.Response.Body = real;

        var text = Encoding.UTF8.GetString(buffer.ToArray()).Replace("\"statusCode\"", "\"code\"", StringComparison.Ordinal);
        context.Response.ContentLength = Encoding.UTF8.GetByteCount(text);
        await context.Response.WriteAsync(text);
    }
}

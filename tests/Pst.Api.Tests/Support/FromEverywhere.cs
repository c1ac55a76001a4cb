using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Pst.Api.Tests.Support;

/// <summary>Each request comes from an address of its own, so that no test meets the limit on how often a stranger may try.</summary>
internal sealed class FromEverywhere : IStartupFilter
{
    int requests;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, then) =>
        {
            http.Connection.RemoteIpAddress = new IPAddress(0x0a000000u | (uint)Interlocked.Increment(ref requests));
            return then(http);
        });
        next(app);
    };
}

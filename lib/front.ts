import { CfnOutput, Duration, Fn } from 'aws-cdk-lib';
import { ApiMapping, DomainName, type HttpApi, type HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Construct } from 'constructs';
import { PROXY_HEADER } from '../lambda/env.ts';
import type { Config } from './config.ts';

export interface FrontProps {
  config: Config;
  http: HttpApi;
  stage: HttpStage;
  /** What CloudFront says to be known by. */
  proxyKey: string;
}

/** The name that readers know: the HTTP API's own, a domain of the operator's, or CloudFront with or without one. */
export class Front extends Construct {
  readonly url: string;

  constructor(scope: Construct, id: string, { config, http, stage, proxyKey }: FrontProps) {
    super(scope, id);
    const { domainName } = config;
    const certificate = config.certificateArn
      ? Certificate.fromCertificateArn(this, 'Certificate', config.certificateArn)
      : undefined;
    if (config.cloudFront) {
      const distribution = new Distribution(this, 'Distribution', {
        comment: `Tagih ${config.stage}`,
        ...(domainName && certificate ? { domainNames: [domainName], certificate } : {}),
        httpVersion: HttpVersion.HTTP2_AND_3,
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        // Asia's edges are in 200; the few readers elsewhere do not pay for all of them.
        priceClass: PriceClass.PRICE_CLASS_200,
        defaultBehavior: {
          origin: new HttpOrigin(Fn.select(2, Fn.split('/', http.apiEndpoint)), {
            customHeaders: { [PROXY_HEADER]: proxyKey },
          }),
          allowedMethods: AllowedMethods.ALLOW_ALL,
          viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
          // What the API says of its answers decides; nothing is kept that it does not allow. One address has several
          // representations, so what is accepted is part of the key.
          cachePolicy: new CachePolicy(this, 'Cache', {
            minTtl: Duration.seconds(0),
            defaultTtl: Duration.seconds(0),
            maxTtl: Duration.days(1),
            queryStringBehavior: CacheQueryStringBehavior.all(),
            headerBehavior: CacheHeaderBehavior.allowList('Accept'),
            enableAcceptEncodingGzip: true,
            enableAcceptEncodingBrotli: true,
          }),
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      });
      this.url = `https://${domainName ?? distribution.distributionDomainName}`;
      if (domainName) new CfnOutput(this, 'DnsTarget', { value: distribution.distributionDomainName });
    } else if (domainName && certificate) {
      const name = new DomainName(this, 'Name', { domainName, certificate });
      new ApiMapping(this, 'Mapping', { api: http, domainName: name, stage });
      this.url = `https://${domainName}`;
      new CfnOutput(this, 'DnsTarget', { value: name.regionalDomainName });
    } else {
      this.url = http.apiEndpoint;
    }
  }
}
